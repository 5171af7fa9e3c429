import Journal

/// A finished report before any renderer: blocks in reading order, values with their types, never formatted text.
/// The same document gives PDF, HTML, XLSX and ODS of equal content.
public struct ReportDocument: Hashable, Sendable {
  public var properties: DocumentProperties
  public var orientation: PageOrientation
  /// Drafts carry the mark «ПРОЕКТ» on every page until they are signed.
  public var isDraft: Bool
  public var blocks: [Block]

  public init(
    properties: DocumentProperties, orientation: PageOrientation = .portrait, isDraft: Bool = true, blocks: [Block] = []
  ) {
    self.properties = properties
    self.orientation = orientation
    self.isDraft = isDraft
    self.blocks = blocks
  }
}

/// What the file says of itself; `made` is never the clock but the as-of evening or the date of signing.
public struct DocumentProperties: Hashable, Sendable {
  public var title: String
  /// The organisation that issues the document.
  public var author: String
  public var subject: String
  public var made: LocalMoment

  public init(title: String, author: String, subject: String = "", made: LocalMoment) {
    self.title = title
    self.author = author
    self.subject = subject
    self.made = made
  }
}

public enum PageOrientation: String, Hashable, Sendable {
  case portrait, landscape
}

/// One block of a report.
public enum Block: Hashable, Sendable {
  case head(DocumentHead)
  /// Level 1 is a section of the report.
  case heading(level: Int, text: String)
  case paragraph(Paragraph)
  case list(items: [[Inline]], numbered: Bool)
  case table(Table)
  case signature(SignatureBlock)
  case pageBreak
}

/// The head of a document after ГОСТ Р 7.0.97: organisation, kind of document, date and number, place, heading.
public struct DocumentHead: Hashable, Sendable {
  public var organisation: String
  /// «СПРАВКА».
  public var kind: String
  /// Nil until the report is signed: a rule to write on is drawn in its place.
  public var date: CivilDate?
  public var number: String?
  public var place: String
  /// The heading to the text: «по итогам контроля …».
  public var heading: String

  public init(
    organisation: String, kind: String, date: CivilDate?, number: String?, place: String, heading: String
  ) {
    self.organisation = organisation
    self.kind = kind
    self.date = date
    self.number = number
    self.place = place
    self.heading = heading
  }
}

public struct Paragraph: Hashable, Sendable {
  public enum Style: String, Hashable, Sendable {
    /// Justified, with an indented first line.
    case body
    /// Left, smaller: a note under a table.
    case note
    case centered
  }

  public var style: Style
  public var content: [Inline]

  public init(_ content: [Inline], style: Style = .body) {
    self.style = style
    self.content = content
  }

  public init(_ text: String, style: Style = .body) {
    self.init([.text(text)], style: style)
  }
}

/// A run of text or a typed value inside it.
public enum Inline: Hashable, Sendable {
  case text(String)
  case strong(String)
  case value(Value)
}

/// A value of a cell or of a place in a text. How it looks is the renderer's business (`Value.plainText` for text).
public enum Value: Hashable, Sendable {
  case empty
  case text(String)
  case integer(Int)
  /// A part of a whole: printed as a percentage with one decimal; nothing to divide by prints «—».
  case share(part: Int, whole: Int)
  /// A number with a fixed count of decimals: `hundredths` of 412 is 4,12.
  case decimal(hundredths: Int)
  /// A difference of percentages, in percentage points with one decimal, as a share prints: `tenths` of -7 is -0,7.
  case points(tenths: Int)
  case date(CivilDate)
  case moment(LocalMoment)
}

public struct Table: Hashable, Sendable {
  /// Unique in the document and short: the sheet's name in a workbook (at most 31 characters, none of `[]:*?/\`).
  public var name: String
  /// Printed above the table: «Таблица 1. Показатели контроля» (the number is part of the text).
  public var caption: String
  public var columns: [Column]
  public var rows: [Row]
  /// Printed in place of rows when there are none: «Замечаний нет».
  public var emptyText: String

  public init(name: String, caption: String, columns: [Column], rows: [Row], emptyText: String = "Нет данных") {
    self.name = name
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.emptyText = emptyText
  }

  public struct Column: Hashable, Sendable {
    public enum Alignment: String, Hashable, Sendable {
      case left, center, right
    }

    public var title: String
    /// Relative width: the columns' widths add up to the page's.
    public var width: Int
    public var alignment: Alignment

    public init(_ title: String, width: Int, alignment: Alignment = .left) {
      self.title = title
      self.width = width
      self.alignment = alignment
    }
  }

  public struct Row: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      case body
      /// One value in the first cell, over the whole width: the teacher whose rows follow.
      case group
      case total
    }

    public var kind: Kind
    /// As many as there are columns; a group row has one.
    public var cells: [Value]

    public init(_ cells: [Value], kind: Kind = .body) {
      self.kind = kind
      self.cells = cells
    }
  }
}

/// Position, a rule for the personal signature, and the decoded name; the date stands under them.
public struct SignatureBlock: Hashable, Sendable {
  public var position: String
  /// «И.О. Фамилия»; nil leaves a rule to write on.
  public var name: String?
  public var date: CivilDate?
  /// «М.П.» beside the signature.
  public var hasStamp: Bool

  public init(position: String, name: String?, date: CivilDate?, hasStamp: Bool = false) {
    self.position = position
    self.name = name
    self.date = date
    self.hasStamp = hasStamp
  }
}
