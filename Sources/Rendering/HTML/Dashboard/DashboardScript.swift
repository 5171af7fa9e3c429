import FoundationEssentials

/// The dashboard's script: filters, sorts, counts, and keeps what is asked in the address, so that a choice can be linked:
/// `#teacher=Иванова И.П.&state=new&sort=day&order=descending`.
enum DashboardScript {
  /// SHA-256 of the text in base 64, for the page's policy: no other script runs.
  static var digest: String {
    Data(SHA256.digest(of: text.withUTF8Buffer { Array($0) })).base64EncodedString()
  }

  static let text: StaticString = #"""

    // <![CDATA[
    "use strict";
    (() => {
      const form = document.getElementById("controls");
      const body = document.querySelector("#list tbody");
      const rows = [...body.querySelectorAll("tr[data-rule]")];
      const count = document.getElementById("count");
      const heads = [...document.querySelectorAll("#list th[data-key]")];
      const fields = ["teacher", "class", "subject", "rule", "severity", "state"];
      const states = [...document.getElementById("state").options].map((option) => option.value);
      const compare = new Intl.Collator("ru", { numeric: true }).compare;
      const cell = (row, index) => row.cells[index].textContent.trim();
      const time = (row, index) => row.cells[index].querySelector("time")?.dateTime ?? "9999";
      const keys = {
        number: (row) => Number(row.cells[0].textContent),
        class: (row) => Number(row.dataset.order),
        subject: (row) => cell(row, 2),
        teacher: (row) => cell(row, 3),
        day: (row) => time(row, 4),
        sentence: (row) => row.querySelector("summary").textContent,
        rule: (row) => cell(row, 6),
        state: (row) => states.indexOf(row.dataset.state),
        mend: (row) => time(row, 8),
      };
      let sort = "number";
      let order = "ascending";

      const fold = (text) => text.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
      const texts = new Map();
      const textOf = (row) => {
        if (!texts.has(row)) texts.set(row, fold(row.textContent));
        return texts.get(row);
      };

      const filter = () => {
        const asked = fields.map((name) => [name, form.elements[name].value]).filter((pair) => pair[1] !== "");
        const words = fold(form.elements.q.value.trim()).split(" ").filter((word) => word !== "");
        let shown = 0;
        for (const row of rows) {
          const fits = asked.every(([name, value]) => name === "teacher"
            ? row.dataset.teacher.split("|").includes(value) : row.dataset[name] === value)
            && words.every((word) => textOf(row).includes(word));
          row.hidden = !fits;
          if (fits) shown += 1;
        }
        count.textContent = `Показано: ${shown} из ${rows.length}`;
      };

      const arrange = () => {
        const key = keys[sort];
        const sign = order === "descending" ? -1 : 1;
        const keyed = rows.map((row) => ({ row, key: key(row), number: keys.number(row) }));
        keyed.sort((a, b) => {
          const found = typeof a.key === "number" ? a.key - b.key : compare(a.key, b.key);
          return sign * found || a.number - b.number;
        });
        body.append(...keyed.map((item) => item.row));
        for (const head of heads) {
          head.setAttribute("aria-sort", head.dataset.key === sort ? order : "none");
        }
      };

      const keep = () => {
        const asked = new URLSearchParams();
        for (const name of [...fields, "q"]) {
          if (form.elements[name].value !== "") asked.set(name, form.elements[name].value);
        }
        if (sort !== "number" || order !== "ascending") {
          asked.set("sort", sort);
          asked.set("order", order);
        }
        const text = asked.toString();
        history.replaceState(null, "", text === "" ? "#findings" : `#${text}`);
      };

      const read = () => {
        const text = location.hash.slice(1);
        if (!text.includes("=")) return false;
        const asked = new URLSearchParams(text);
        for (const name of [...fields, "q"]) {
          form.elements[name].value = asked.get(name) ?? "";
          // A value that the list does not have would leave nothing chosen.
          if (form.elements[name].value === "") form.elements[name].value = "";
        }
        sort = asked.get("sort") in keys ? asked.get("sort") : "number";
        order = asked.get("order") === "descending" ? "descending" : "ascending";
        return true;
      };

      for (const head of heads) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = head.textContent;
        button.addEventListener("click", () => {
          order = sort === head.dataset.key && order === "ascending" ? "descending" : "ascending";
          sort = head.dataset.key;
          arrange();
          keep();
        });
        // A browser prints buttons in the first of a table's repeated heads only.
        const printed = document.createElement("span");
        printed.className = "printed";
        printed.textContent = button.textContent;
        head.replaceChildren(button, printed);
      }
      for (const link of document.querySelectorAll("a[data-rule]")) {
        link.href = `#rule=${encodeURIComponent(link.dataset.rule)}`;
      }
      form.addEventListener("input", () => { filter(); keep(); });
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("reset", () => setTimeout(() => { filter(); keep(); }));
      addEventListener("hashchange", () => {
        if (!read()) return;
        arrange();
        filter();
        document.getElementById("findings").scrollIntoView();
      });
      form.hidden = false;
      const isAsked = read();
      arrange();
      filter();
      if (isAsked) document.getElementById("findings").scrollIntoView();
    })();
    // ]]>

    """#
}
