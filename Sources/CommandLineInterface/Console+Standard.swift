import Glibc

extension Console {
  /// The console of the process; for the entry point only. It asks the system what is a terminal and how wide, and makes
  /// a closed pipe an error code instead of a signal that would end the program in the middle of an import.
  public static func standard() -> Console {
    signal(SIGPIPE, SIG_IGN)
    return Console(
      output: .descriptor(STDOUT_FILENO), error: .descriptor(STDERR_FILENO),
      outputIsTerminal: isatty(STDOUT_FILENO) == 1, errorIsTerminal: isatty(STDERR_FILENO) == 1,
      width: width(of: STDOUT_FILENO), messageWidth: width(of: STDERR_FILENO))
  }

  /// A redirected stream has a fixed width, so that its text does not depend on the window it was started from.
  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return max(60, Int(size.ws_col))
  }
}
