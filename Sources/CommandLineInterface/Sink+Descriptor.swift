import Glibc

extension Sink {
  /// An open file descriptor, which stays the caller's. Writing to a closed pipe gives `Failure.closed` only where
  /// SIGPIPE is ignored, as `Console.standard` makes it.
  public static func descriptor(_ descriptor: Int32) -> Sink {
    Sink { bytes throws(Failure) in
      var done = 0
      while done < bytes.count {
        let written = bytes.withUnsafeBytes { buffer in
          Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        }
        if written >= 0 {
          done += written
          continue
        }
        let number = errno
        if number == EINTR { continue }
        throw number == EPIPE ? .closed : .system(number)
      }
    }
  }
}
