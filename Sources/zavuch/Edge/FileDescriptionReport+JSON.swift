import CommandLineInterface
import Importing
import Journal

extension FileDescriptionReport {
  /// A line a file; the files of an archive have lines of their own after it.
  static func printJSON(_ file: FileDescription, on console: Console) {
    console.print(json(file))
    for member in file.members { printJSON(member, on: console) }
  }

  private static func json(_ file: FileDescription) -> JSONText {
    [
      "file": .string(file.path), "kind": JSONText(file.kind?.name),
      "layouts": .array(
        file.fitting.map { ["id": .string($0.layout), "title": .string($0.title), "certain": .bool($0.isCertain)] }),
      "takenAt": JSONText(file.takenAt?.description), "problem": JSONText(file.problem?.problem),
      "hint": JSONText(file.problem?.hint), "sheets": .array(file.sheets.map(json)),
      "mapping": file.needsMapping && !file.drafts.isEmpty ? .string(MappingDraft.text(file.drafts)) : .null,
    ]
  }

  private static func json(_ sheet: SheetDescription) -> JSONText {
    [
      "name": .string(sheet.name), "rows": .integer(sheet.rowCount), "columns": .integer(sheet.columnCount),
      "header": JSONText(sheet.headerRow), "mapping": JSONText(sheet.mapping),
      "first": .array(
        sheet.rows.map { ["row": .integer($0.number), "cells": .array($0.cells.map(JSONText.string))] }),
      "fields": .array(
        sheet.columns.map {
          [
            "column": .string(CellPlace.columnLetters($0.number)), "header": .string($0.header),
            "samples": .array($0.samples.map(JSONText.string)), "field": JSONText($0.field?.rawValue),
          ]
        }),
    ]
  }
}
