/// An error that knows how the program ends and what a person reads. Errors of other modules get it by an extension
/// beside the commands; an error without it is a fault of the program (70).
public protocol ExitCoded: Error {
  var exitStatus: ExitStatus { get }
  /// What happened, where, and what to do; several lines are allowed.
  var russianDescription: String { get }
}
