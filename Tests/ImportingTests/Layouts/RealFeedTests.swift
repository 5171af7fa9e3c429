import Importing
import Journal
import Testing

private let hasPython = (try? PythonOracle.run("import json", [])) != nil

/// The real fragments against an independent reading in Python.
@Suite(.enabled(if: RealExports.areThere && hasPython, "no real exports or no python3"))
struct RealFeedTests {
  private func batches(_ folder: String) throws -> [JournalBatch] {
    var batches: [JournalBatch] = []
    try Importer(ImportOptions()) { batches.append($0) }.read([RealExports.path(folder)])
    return batches
  }

  private func oracle(_ script: String) throws -> [String] {
    try PythonOracle.run("import json, csv, sys, collections\nroot = sys.argv[1]\n" + script, [RealExports.path("")])
      .split(separator: "\n").map(String.init)
  }

  @Test func everyLessonMarkAndAbsence() throws {
    let read = try batches("json")
    #expect(read.flatMap(\.files).allSatisfy { $0.layout != nil && $0.rejected.isEmpty })
    let lessons = read.flatMap { batch in
      batch.lessons.map { lesson in
        [
          "lesson", "\(lesson.date)", batch.subjects[Int(lesson.subject)].name, lesson.number.map(String.init) ?? "",
          lesson.topic ?? "", lesson.homework ?? "",
        ].joined(separator: "|")
      }
    }
    let marks = read.flatMap { batch in
      batch.marks.map { mark in
        let lesson = batch.lessons[Int(mark.lesson)]
        return "mark|\(lesson.date)|\(batch.subjects[Int(lesson.subject)].name)|\(mark.value.text)"
      }
    }
    let absences = read.flatMap { batch in
      batch.attendance.map { record in
        let lesson = batch.lessons[Int(record.lesson)]
        return "absence|\(lesson.date)|\(batch.subjects[Int(lesson.subject)].name)|\(record.code.rawValue)"
      }
    }
    let pupils = read.flatMap(\.pupils).filter { !$0.isAmbiguous && !$0.name.hasPrefix("Ученик ") }.map {
      "pupil|\($0.name)"
    }
    let expected = try oracle(
      """
      def load(name): return json.load(open(root + '/json/' + name, encoding='utf-8'))
      def day(text): return '-'.join(reversed(text[:10].split('.')))
      absence = {'по болезни': 'Б', None: 'Н'}
      lessons = collections.OrderedDict()
      for item in load('assignments_fragment.json'):
          lesson = lessons.setdefault(item['classMeetingId'], [item['dueDate'][:10], ''])
          if item['typeId'] == 3: lesson[1] = item['assignmentName']
          if item.get('mark'): print('mark', item['dueDate'][:10], 'предмет не указан', item['mark']['mark'], sep='|')
      for date, home in lessons.values(): print('lesson', date, 'предмет не указан', '', '', home, sep='|')
      for item in load('estimate_table.json')['data']['items']:
          print('lesson', day(item['date']), item['subject_name'], '', '', '', sep='|')
          if item['estimate_type_code'] == '30000': print('absence', day(item['date']), item['subject_name'], absence[item.get('estimate_value_name')], sep='|')
          else: print('mark', day(item['date']), item['subject_name'], item['estimate_value_name'], sep='|')
      for item in load('lesson_list.json')['data']['items']:
          date, subject = day(item['datetime_from']), item['subject_name']
          print('lesson', date, subject, item['number'], item['content_name'], '; '.join(t['task_name'] for t in item['tasks']), sep='|')
          for e in item['estimates']:
              if e['estimate_type_code'] == '30000': print('absence', date, subject, absence[e['estimate_value_name']], sep='|')
              else: print('mark', date, subject, e['estimate_value_code'].split('/')[0], sep='|')
      for subject in load('subject_marks.json')['payload']:
          for period in subject['periods']:
              for m in period['marks']:
                  print('lesson', m['date'][:10], subject['subject_name'], '', '', '', sep='|')
                  print('mark', m['date'][:10], subject['subject_name'], m['value'], sep='|')
      for child in load('related_child_list.json')['data']['items']:
          print('pupil', ' '.join([child['surname'], child['firstname'], child['middlename']]), sep='|')
      """)
    #expect((lessons + marks + absences + pupils).sorted() == expected.sorted())
  }

  @Test func everyPersonOfTheRoster() throws {
    let batch = try #require(try batches("oneroster").first)
    #expect(batch.files.allSatisfy { $0.layout == "oneroster" && $0.rejected.isEmpty })
    let pupils = batch.pupils.map { "pupil|\($0.key.dropFirst("oneroster/".count))|\($0.name)" }
    let teachers = batch.teachers.map { "teacher|\($0.name)" }
    let members = batch.memberships.map { member in
      let pupil = batch.pupils[Int(member.pupil)].name
      return
        "member|\(batch.groups[Int(member.group)].name)|\(pupil)|\(member.from.map(\.description) ?? "")|\(member.to.map(\.description) ?? "")"
    }
    let periods = batch.periods.map {
      "period|\($0.name)|\($0.start.map(\.description) ?? "")|\($0.end.map(\.description) ?? "")"
    }
    let expected = try oracle(
      """
      import datetime
      def load(name): return list(csv.DictReader(open(root + '/oneroster/' + name + '.csv', encoding='utf-8-sig', newline='')))
      def active(rows): return [r for r in rows if r['status'] != 'tobedeleted']
      def name(u): return ' '.join(filter(None, [u['familyName'], u['givenName'], u['middleName']]))
      users = {u['sourcedId']: u for u in active(load('users'))}
      classes = {c['sourcedId']: c for c in active(load('classes'))}
      pupils, teachers = set(), set()
      for e in active(load('enrollments')):
          if e['classSourcedId'] not in classes: continue
          if e['role'] == 'teacher': teachers.add(e['userSourcedId']); continue
          pupils.add(e['userSourcedId'])
          last = datetime.date.fromisoformat(e['endDate']) - datetime.timedelta(1)
          print('member', classes[e['classSourcedId']]['title'], name(users[e['userSourcedId']]), e['beginDate'], last, sep='|')
      for id, u in users.items():
          if id in pupils or (u['role'] == 'student' and id not in teachers): print('pupil', id, name(u), sep='|')
          if id in teachers or (u['role'] == 'teacher' and id not in pupils): print('teacher', name(u), sep='|')
      for s in active(load('academicSessions')): print('period', s['title'], s['startDate'], s['endDate'], sep='|')
      """)
    #expect((pupils + teachers + members + periods).sorted() == expected.sorted())
  }
}
