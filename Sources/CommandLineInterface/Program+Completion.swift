extension Program {
  /// The completion script, to be evaluated by the shell.
  public func completionScript(for shell: Shell) -> String {
    switch shell {
    case .bash: bashCompletion
    case .zsh: zshCompletion
    }
  }
}
