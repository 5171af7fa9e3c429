extension String {
  /// A title breaks no line between a name and its initials.
  var withBoundInitials: String {
    var bound = ""
    for (index, character) in zip(indices, self) {
      let rest = self[self.index(after: index)...]
      let isBound = character == " " && rest.first?.isUppercase == true && rest.dropFirst().first == "."
      bound.append(isBound ? "\u{a0}" : character)
    }
    return bound
  }
}
