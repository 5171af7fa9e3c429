/// A Russian name in its three parts.
struct PersonName: Hashable, Sendable {
  var family: String
  var given: String
  var patronymic: String

  /// `Иванова Мария Петровна`.
  var full: String { "\(family) \(given) \(patronymic)" }

  /// `Мария Петровна Иванова`, as Дневник.ру names teachers.
  var givenFirst: String { "\(given) \(patronymic) \(family)" }

  /// `Иванова М.П.`
  var withInitials: String { "\(family) \(given.prefix(1)).\(patronymic.prefix(1))." }
}

extension PersonName {
  /// A name whose family name is the `index`-th of the list (it wraps around).
  static func drawn(familyIndex index: Int, female: Bool, using random: inout SplitMix64) -> PersonName {
    let family = families[index % families.count]
    let father = random.pick(fathers)
    return PersonName(
      family: female ? feminine(family) : family,
      given: random.pick(female ? women : men),
      patronymic: father + (female ? "на" : "ич"))
  }

  static var familyCount: Int { families.count }

  private static func feminine(_ family: String) -> String {
    family.split(separator: "-").map { part in
      if part.hasSuffix("ский") { return part.dropLast(2) + "ая" }
      if part.hasSuffix("ой") { return part.dropLast(2) + "ая" }
      if part.hasSuffix("в") || part.hasSuffix("н") { return part + "а" }
      return String(part)
    }.joined(separator: "-")
  }

  private static let families = words(
    """
    Абрамов Авдеев Агафонов Алёхин Андреев Антипов Артёмов Бабушкин Баранов Белозёров Беляев Березин Богданов Бойко \
    Борисов Бутаков Быстров Ващенко Веденеев Вершинин Викторов Воробьёв Воронцов Гаврилов Глебов Голубев Горбачёв \
    Грачёв Григорьев Громов Гусев Данилов Дёмин Дмитриев Дорофеев Дроздов Евсеев Егоров Елисеев Ермаков Ершов Ефимов \
    Жданов Жуков Завьялов Зайцев Захаров Зимин Зуев Игнатьев Ильин Исаев Казанцев Калинин Карпов Киселёв Климов \
    Ковалёв Ковалевский Козлов Комаров Коновалов Копылов Королёв Костин Кравченко Крылов Кудрявцев Кузьмин Лапин \
    Лебедев Левченко Лихачёв Логинов Лыткин Макаров Мартынов Медведев Мельник Миронов Михеев Молчанов Морозов \
    Мухаметшин Назаров Некрасов Никитин Нечаев Овчинников Орехов Орлов-Бельский Осипов Павлов Панкратов Пестов \
    Петренко Покровский Поляков Пономарёв Потапов Прохоров Рогов Родионов Рожков Рябов Савельев Садыков Самойлов \
    Селезнёв Семёнов Сергеев Сидоренко Скворцов Соболев Соловьёв Соснин Степанов Столяров Суворов Сухой Тарасов \
    Терентьев Тимофеев Титов Толстой Третьяков Туманов Уваров Устинов Фадеев Федосеев Филатов Фролов Харитонов \
    Хохлов Царёв Чайкин Чернов Чистяков Шаповалов Шевченко Шестаков Широков Шубин Щербаков Щукин-Лесной Юдин Юсупов \
    Яковлев Якушев
    """)

  private static let men = words(
    """
    Александр Алексей Андрей Антон Арсений Артём Богдан Вадим Василий Виктор Владимир Глеб Григорий Даниил Денис \
    Дмитрий Евгений Егор Захар Иван Игорь Илья Кирилл Константин Лев Максим Марк Матвей Михаил Никита Николай Олег \
    Павел Пётр Роман Руслан Савелий Семён Сергей Степан Тимофей Тимур Фёдор Юрий Ярослав
    """)

  private static let women = words(
    """
    Алёна Александра Алина Алиса Анастасия Ангелина Анна Варвара Валерия Василиса Вера Вероника Виктория Галина \
    Дарья Диана Ева Евгения Екатерина Елена Елизавета Зоя Ирина Кира Кристина Ксения Лидия Любовь Маргарита Марина \
    Мария Милана Надежда Наталья Нина Оксана Ольга Полина Светлана София Таисия Татьяна Ульяна Юлия Яна
    """)

  /// Stems that take both endings: Андреев-ич, Андреев-на.
  private static let fathers = words(
    """
    Александров Алексеев Анатольев Андреев Антонов Аркадьев Артёмов Борисов Вадимов Валерьев Васильев Викторов \
    Владимиров Геннадьев Георгиев Григорьев Денисов Дмитриев Евгеньев Иванов Игорев Константинов Максимов Михайлов \
    Николаев Олегов Павлов Петров Романов Рустамов Сергеев Степанов Тимуров Фёдоров Юрьев Ярославов
    """)

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
