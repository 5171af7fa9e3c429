extension Discipline {
  /// Grades 5 to 11: languages, mathematics and society.
  static let humanitiesAndMathematics: [Discipline] = [
    Discipline(
      name: "Русский язык", shortName: "Русск. яз.", speciality: .russian, hours: [0, 0, 0, 0, 5, 6, 4, 3, 3, 2, 2],
      writtenPerQuarter: 3, writtenKinds: ["Контрольный диктант", "Сочинение", "Контрольная работа"],
      homework: .exercise,
      topics: [
        "Язык и общение", "Орфограммы в корне слова", "Синтаксис и пунктуация", "Лексика. Фразеология",
        "Словообразование", "Причастие. Причастный оборот", "Деепричастие", "Наречие", "Служебные части речи",
        "Словосочетание", "Простое предложение", "Односоставные предложения", "Сложносочинённое предложение",
        "Сложноподчинённое предложение", "Прямая речь; знаки препинания", "Стили речи",
      ]),
    Discipline(
      name: "Литература", shortName: "Литература", speciality: .russian, hours: [0, 0, 0, 0, 3, 3, 2, 2, 3, 3, 3],
      writtenPerQuarter: 1, writtenKinds: ["Сочинение"], homework: .reading,
      topics: [
        "Литература как искусство слова", "«Слово о полку Игореве»", "М.В. Ломоносов. Оды",
        "Д.И. Фонвизин. «Недоросль»",
        "А.С. Грибоедов. «Горе от ума»", "А.С. Пушкин. Лирика", "М.Ю. Лермонтов. «Мцыри»", "Н.В. Гоголь. «Ревизор»",
        "И.С. Тургенев. «Бежин луг»", "Н.А. Некрасов. «Железная дорога»", "А.Н. Островский. «Гроза»",
        "Л.Н. Толстой. «После бала»",
      ]),
    Discipline(
      name: "Английский язык", shortName: "Англ. яз.", speciality: .english, hours: [0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3],
      inSubgroups: true, writtenPerQuarter: 2, writtenKinds: ["Контрольная работа", "Словарный диктант"],
      homework: .words,
      topics: [
        "Lifestyles. Город и село", "Present Simple / Present Continuous", "Tale time. Past Simple",
        "Profiles. Внешность",
        "In the news; Past Continuous", "What the future holds", "Степени сравнения прилагательных",
        "Модальные глаголы: must, can, may", "Having fun. Досуг", "In the spotlight. Present Perfect",
        "Green issues, экология", "Shopping time", "Healthy body, healthy mind",
      ]),
    Discipline(
      name: "Второй иностранный язык (немецкий)", shortName: "Нем. яз.", speciality: .german,
      hours: [0, 0, 0, 0, 2, 2, 2, 2, 2, 0, 0], isCore: false, writtenPerQuarter: 1,
      writtenKinds: ["Словарный диктант", "Контрольная работа"], homework: .words,
      topics: [
        "Kennenlernen. Знакомство", "Meine Klasse", "Tiere. Животные", "Mein Schultag", "Hobbys",
        "Meine Familie: притяжательные местоимения", "Was kostet das?", "Mein Zuhause",
      ]),
    Discipline(
      name: "Основы духовно-нравственной культуры народов России", shortName: "ОДНКНР", speciality: .history,
      hours: [0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0], isCore: false, writtenPerQuarter: 0, homework: .reading,
      topics: [
        "Наш дом – Россия", "Язык и история", "Материальная культура", "Духовная культура",
        "Семья – хранитель ценностей",
        "Труд в истории семьи",
      ]),
    Discipline(
      name: "Математика", shortName: "Математика", speciality: .mathematics, hours: [0, 0, 0, 0, 5, 5, 0, 0, 0, 0, 0],
      writtenPerQuarter: 3, homework: .problem,
      topics: [
        "Натуральные числа и шкалы", "Сложение и вычитание натуральных чисел", "Умножение и деление",
        "Площади и объёмы", "Обыкновенные дроби", "Десятичные дроби", "Проценты", "Делимость чисел",
        "Отношения и пропорции", "Положительные и отрицательные числа", "Координатная плоскость", "Решение уравнений",
      ]),
    Discipline(
      name: "Алгебра", shortName: "Алгебра", speciality: .mathematics, hours: [0, 0, 0, 0, 0, 0, 3, 3, 3, 0, 0],
      writtenPerQuarter: 2, homework: .problem,
      topics: [
        "Выражения и их преобразования", "Линейная функция", "Степень с натуральным показателем", "Многочлены",
        "Формулы сокращённого умножения", "Системы линейных уравнений", "Рациональные дроби", "Квадратные корни",
        "Квадратные уравнения", "Неравенства", "Квадратичная функция", "Арифметическая прогрессия",
      ]),
    Discipline(
      name: "Алгебра и начала математического анализа", shortName: "Алгебра и нач. ан.", speciality: .mathematics,
      hours: [0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4], writtenPerQuarter: 2, homework: .problem,
      topics: [
        "Действительные числа", "Степенная функция", "Показательная функция", "Логарифмы",
        "Тригонометрические формулы", "Тригонометрические уравнения", "Производная и её смысл",
        "Применение производной", "Первообразная и интеграл",
      ]),
    Discipline(
      name: "Геометрия", shortName: "Геометрия", speciality: .mathematics, hours: [0, 0, 0, 0, 0, 0, 2, 2, 2, 3, 3],
      writtenPerQuarter: 1, homework: .paragraph,
      topics: [
        "Начальные геометрические сведения", "Треугольники. Признаки равенства", "Параллельные прямые",
        "Четырёхугольники", "Площадь многоугольника", "Теорема Пифагора", "Подобные треугольники", "Окружность",
        "Векторы", "Метод координат", "Параллельность плоскостей", "Многогранники",
      ]),
    Discipline(
      name: "Вероятность и статистика", shortName: "Вероятность и стат.", speciality: .mathematics,
      hours: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1], isCore: false, writtenPerQuarter: 1, homework: .problem,
      topics: [
        "Таблицы и диаграммы", "Среднее арифметическое и медиана", "Случайная изменчивость", "Графы", "Множества",
        "Вероятность случайного события", "Независимые испытания",
      ]),
    Discipline(
      name: "История", shortName: "История", speciality: .history, hours: [0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2],
      writtenPerQuarter: 1, writtenKinds: ["Проверочная работа"], homework: .paragraph,
      topics: [
        "Введение. Счёт лет в истории", "Древний Египет", "Древняя Греция", "Рим: от республики к империи",
        "Становление средневековой Европы", "Образование Древнерусского государства", "Русь в XIII веке",
        "Иван III; создание единого государства", "Смутное время", "Россия при Петре I", "Эпоха Просвещения",
        "Отечественная война 1812 года",
      ]),
    Discipline(
      name: "Обществознание", shortName: "Обществознание", speciality: .history,
      hours: [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2], isCore: false, writtenPerQuarter: 1,
      writtenKinds: ["Проверочная работа"], homework: .paragraph,
      topics: [
        "Человек в социальном измерении", "Общество и природа", "Духовный мир личности",
        "Экономика и её основные участники",
        "Социальная структура общества", "Политика и власть", "Права и обязанности гражданина", "Правоотношения",
      ]),
    Discipline(
      name: "География", shortName: "География", speciality: .geography, hours: [0, 0, 0, 0, 1, 1, 2, 2, 2, 1, 1],
      isCore: false, writtenPerQuarter: 1, writtenKinds: ["Практическая работа", "Проверочная работа"],
      homework: .paragraph,
      topics: [
        "Географические открытия", "План и карта", "Литосфера", "Гидросфера", "Атмосфера; климат", "Население Земли",
        "Материки: Африка", "Природа России", "Хозяйство России. Промышленность", "ЮАР",
      ]),
  ]

  /// Grades 5 to 11: sciences, arts and the rest.
  static let sciencesAndArts: [Discipline] = [
    Discipline(
      name: "Информатика", shortName: "Информатика", speciality: .computing, hours: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
      briefing: true, inSubgroups: true, writtenPerQuarter: 1, writtenKinds: ["Практическая работа"],
      homework: .paragraph,
      topics: [
        "Информация вокруг нас", "Кодирование текстов", "Системы счисления", "Логические операции: И, ИЛИ, НЕ",
        "Алгоритмы и исполнители", "Циклы в Python", "Электронные таблицы", "Компьютерные сети",
      ]),
    Discipline(
      name: "Физика", shortName: "Физика", speciality: .physics, hours: [0, 0, 0, 0, 0, 0, 2, 2, 3, 5, 5],
      briefing: true, writtenPerQuarter: 2, writtenKinds: ["Контрольная работа", "Лабораторная работа"],
      homework: .paragraph,
      topics: [
        "Физические величины и их измерение", "Строение вещества", "Механическое движение. Скорость",
        "Масса и плотность",
        "Силы в природе", "Давление", "Работа и мощность", "Тепловые явления", "Электрические явления",
        "Законы Ньютона", "Импульс; закон сохранения импульса", "Колебания и волны",
      ]),
    Discipline(
      name: "Химия", shortName: "Химия", speciality: .science, hours: [0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 1],
      briefing: true, writtenPerQuarter: 1, writtenKinds: ["Контрольная работа", "Практическая работа"],
      homework: .paragraph,
      topics: [
        "Предмет химии. Вещества", "Атомы и молекулы", "Валентность", "Закон сохранения массы", "Кислород. Оксиды",
        "Водород; кислоты", "Вода. Растворы", "Основные классы соединений", "Электролитическая диссоциация",
      ]),
    Discipline(
      name: "Биология", shortName: "Биология", speciality: .science, hours: [0, 0, 0, 0, 1, 1, 1, 2, 2, 1, 1],
      isCore: false, briefing: true, writtenPerQuarter: 1,
      writtenKinds: ["Проверочная работа", "Лабораторная работа"], homework: .paragraph,
      topics: [
        "Биология – наука о живой природе", "Методы изучения природы", "Клетка", "Бактерии",
        "Растения. Органы растений",
        "Животные. Простейшие", "Организм человека", "Кровь и кровообращение", "Основы генетики", "Экосистемы",
      ]),
    Discipline(
      name: "Изобразительное искусство", shortName: "ИЗО", speciality: .arts,
      hours: [0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0], isCore: false, writtenPerQuarter: 0, homework: .drawing,
      topics: [
        "Древние корни народного искусства", "Декор русской избы", "Натюрморт в графике", "Образ человека", "Дизайн",
      ]),
    Discipline(
      name: "Музыка", shortName: "Музыка", speciality: .arts, hours: [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0], isCore: false,
      writtenPerQuarter: 0, homework: .words,
      topics: ["Музыка и литература", "Вокальная музыка", "Опера", "Балет", "Инструментальный концерт", "Симфония"]),
    Discipline(
      name: "Труд (технология)", shortName: "Труд", speciality: .labour, hours: [0, 0, 0, 0, 2, 2, 2, 1, 1, 0, 0],
      briefing: true, doubled: true, writtenPerQuarter: 0, homework: .project,
      topics: [
        "Проектная деятельность", "Свойства древесины", "Технический рисунок", "Ручные инструменты",
        "Технология обработки ткани",
        "Бытовая техника", "3D-моделирование",
      ]),
    Discipline(
      name: "Физическая культура", shortName: "Физ. культура", speciality: .physical,
      hours: [0, 0, 0, 0, 3, 3, 3, 2, 2, 3, 3], briefing: true, writtenPerQuarter: 0, homework: .physical,
      topics: [
        "Низкий старт. Бег 60 м", "Прыжок в длину с разбега", "Метание мяча", "Бег 1000 м", "Баскетбол: ведение мяча",
        "Волейбол: передача сверху", "Гимнастика. Акробатика", "Лыжная подготовка",
      ]),
    Discipline(
      name: "Основы безопасности и защиты Родины", shortName: "ОБЗР", speciality: .physical,
      hours: [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1], isCore: false, writtenPerQuarter: 0, homework: .paragraph,
      topics: [
        "Безопасность в быту", "Безопасность на дорогах", "Пожарная безопасность", "Первая помощь", "Военная служба",
      ]),
    Discipline(
      name: "Индивидуальный проект", shortName: "Инд. проект", speciality: .history,
      hours: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1], isCore: false, writtenPerQuarter: 0, homework: .project,
      topics: ["Выбор темы", "Источники и литература", "План работы", "Черновик проекта", "Оформление", "Защита"]),
  ]

  /// The whole curriculum; a name may stand twice, for the primary and for the later grades.
  static let all = primarySchool + humanitiesAndMathematics + sciencesAndArts
}
