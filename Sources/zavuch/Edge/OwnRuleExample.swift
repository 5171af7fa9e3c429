import CommandLineInterface
import Control
import Journal

/// One example in the file of a school's own rule.
enum OwnRuleExample {
  static func read(_ value: JSON5Value) throws -> RuleExample {
    let parts = try JSON5Parts(value, ["title", "outcome", "facts"])
    let outcomes: [(name: String, outcome: RuleExample.Outcome)] = [
      ("kept", .kept), ("broken", .broken), ("undetermined", .undetermined), ("notJudged", .notJudged),
    ]
    var facts: [ExampleFact] = []
    var lessons = 0
    for element in try parts.required("facts").elements() {
      facts.append(try fact(element, lessons: &lessons))
    }
    return RuleExample(
      title: try parts.required("title").string(),
      outcome: try parts.required("outcome").choice("исхода примера", outcomes, \.name).outcome, facts: facts)
  }

  /// `{ topic: { lesson: 1, text: "…", entered: "2025-09-17" } }`: one name with its parts; with a single part, its value
  /// alone; with none, the name alone.
  private static func fact(_ value: JSON5Value, lessons: inout Int) throws -> ExampleFact {
    let (name, place, content) = try nameAndContent(value)
    guard let form = ExampleFactForm.all.first(where: { $0.name == name }) else {
      let names = ExampleFactForm.all.map(\.name)
      throw JSON5Error(
        "нет факта «\(name)»\(JSON5Value.near(name, names)); есть: \(names.joined(separator: ", "))", at: place)
    }
    let parts = try JSON5Parts(form.whole(content, at: place), form.parts)
    if form.name == "lesson" {
      lessons += 1
      guard try parts.required("name").whole(1...100) == lessons else {
        throw JSON5Error("уроки примера называют по порядку: здесь нужен номер \(lessons)", at: parts.place(of: "name"))
      }
    } else if let lesson = parts.optional("lesson"), try lesson.whole(1...100) > lessons {
      throw JSON5Error("такого урока в примере выше нет", at: lesson.place)
    }
    return try form.read(parts)
  }

  private static func nameAndContent(_ value: JSON5Value) throws -> (String, JSON5Place, JSON5Value?) {
    if case .string(let name) = value.content { return (name, value.place, nil) }
    let members = try value.members()
    guard let member = members.first, members.count == 1 else {
      throw JSON5Error("в одних скобках стоит один факт: { lesson: { … } }", at: value.place)
    }
    return (member.key, member.place, member.value)
  }
}
