// The rows of MarkList.swift written with libxlsxwriter in its constant memory mode: `ROWS FILE`.
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  int rows = atoi(argv[1]);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = NULL, .use_zip64 = LXW_FALSE};
  lxw_workbook *book = workbook_new_opt(argv[2], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Отметки");
  lxw_format *date = workbook_add_format(book), *moment = workbook_add_format(book), *decimal = workbook_add_format(book);
  format_set_num_format(date, "dd.mm.yyyy");
  format_set_num_format(moment, "dd.mm.yyyy hh:mm");
  format_set_num_format(decimal, "0.00");
  const char *classes[] = {"5А", "6Б", "7В", "10А", "11Б"};
  const char *subjects[] = {"Русский язык", "Алгебра", "Физика", "История России. Всеобщая история"};
  char text[200];
  for (int column = 0; column < 12; column++) {
    snprintf(text, sizeof text, "Графа %d", column + 1);
    worksheet_write_string(sheet, 0, column, text, NULL);
  }
  for (int r = 0; r < rows; r++) {
    int row = r + 1;
    // Days are counted from 1899-12-30; MarkList begins on 2025-09-01.
    double day = 20332 + r % 270 + 25569;
    worksheet_write_number(sheet, row, 0, r + 1, NULL);
    worksheet_write_string(sheet, row, 1, classes[r % 5], NULL);
    snprintf(text, sizeof text, "Фамилия%d Имя%d Отчество%d", r % 600, r % 50, r % 30);
    worksheet_write_string(sheet, row, 2, text, NULL);
    worksheet_write_string(sheet, row, 3, subjects[r % 4], NULL);
    worksheet_write_number(sheet, row, 4, day, date);
    worksheet_write_number(sheet, row, 5, 2 + r % 4, NULL);
    worksheet_write_string(sheet, row, 6, r % 3 == 0 ? "осв" : "н", NULL);
    worksheet_write_number(sheet, row, 7, r * 37L % 500 / 100.0, decimal);
    snprintf(text, sizeof text, "Тема урока № %d: повторение", r + 1);
    worksheet_write_string(sheet, row, 8, text, NULL);
    snprintf(text, sizeof text, "уч. стр. %d-%d", r % 200, r % 200 + 3);
    worksheet_write_string(sheet, row, 9, text, NULL);
    worksheet_write_number(sheet, row, 10, day + 1 + r * 61L % 86400 / 86400.0, moment);
    snprintf(text, sizeof text, "Отметка выставлена через %d дней; срок — 7 дней", 8 + r % 9);
    worksheet_write_string(sheet, row, 11, text, NULL);
  }
  return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
