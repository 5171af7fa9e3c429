extension Dictionary where Value == Int32 {
  /// The position of a key, the entity appended at its first appearance.
  mutating func position<Entity>(
    _ key: Key, appendingTo entities: inout [Entity], _ entity: () -> Entity
  ) -> Int32 {
    if let known = self[key] { return known }
    let position = Int32(entities.count)
    self[key] = position
    entities.append(entity())
    return position
  }
}
