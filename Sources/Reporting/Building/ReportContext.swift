import Journal

/// What a report needs beyond its data: the school's particulars, who signs, and whether it is signed.
public struct ReportContext: Hashable, Sendable {
  public struct Official: Hashable, Sendable {
    /// As it stands in a signature: «Заместитель директора по УВР».
    public var position: String
    /// «И.О. Фамилия»; nil leaves a rule to write on.
    public var name: String?

    public init(position: String, name: String?) {
      self.position = position
      self.name = name
    }
  }

  /// Who signed first, and with which name: a second one writes their own date.
  public struct Signer: Hashable, Sendable {
    public var role: SignatureRole
    /// «И.О. Фамилия».
    public var name: String

    public init(_ role: SignatureRole, name: String) {
      self.role = role
      self.name = name
    }
  }

  /// The organisation's full name.
  public var organisation: String
  public var place: String
  public var deputy: Official
  public var director: Official
  /// Of the document; nil until it is signed.
  public var date: CivilDate?
  public var number: String?
  /// Under whose name the date stands; nil until it is signed.
  public var signer: Signer?
  public var isDraft: Bool
  /// What an unregistered check was narrowed to: «класс 5А»; nil for a registered one.
  public var scope: String?
  public var programVersion: String
  public var basis: Basis
  /// Of a template that is made for each of its addressees: only this one, as `ReportTemplate.addressees` names them.
  public var addressee: String?
  /// Of an analysis: the period asked for, as a person named it.
  public var period: String?

  /// In place of the template's own.
  public var privacy: PrivacyProfile?

  public enum Basis: Hashable, Sendable {
    /// `registered_check.id`; its as-of is the report's.
    case check(Int64)
    /// The analysis that `PeriodTables` hold.
    case period(asOf: CivilDate)
  }

  /// Nil for an analysis.
  var check: Int64? { if case .check(let check) = basis { check } else { nil } }

  public init(
    basis: Basis, organisation: String, place: String, deputy: Official, director: Official, date: CivilDate? = nil,
    number: String? = nil, signer: Signer? = nil, isDraft: Bool = true, scope: String? = nil, programVersion: String,
    addressee: String? = nil, period: String? = nil, privacy: PrivacyProfile? = nil
  ) {
    self.basis = basis
    self.organisation = organisation
    self.place = place
    self.deputy = deputy
    self.director = director
    self.date = date
    self.number = number
    self.signer = signer
    self.isDraft = isDraft
    self.scope = scope
    self.programVersion = programVersion
    self.addressee = addressee
    self.period = period
    self.privacy = privacy
  }
}
