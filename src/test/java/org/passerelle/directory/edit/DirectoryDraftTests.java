package org.passerelle.directory.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.directory.fault.Fault;
import org.passerelle.directory.fault.FileFault;

class DirectoryDraftTests {

    private static final String FILE = """
            # The network
            mailDomain: rooms.example
            sites:
              melun: # by the station
                name: Melun 🌞 Val de Seine
                rooms:
                  melun-seine: {name: Salle Seine, kind: MEETING, capacity: 8} # quiet
                  melun-almont:
                    name: Salle Almont # big
                    capacity: 12
                    # rules of the town
                    rules:
                      hours: Mo-Fr 08:00-20:00 # late
                      approval: true
                  melun-last: {name: Dernière, capacity: 3}

              # the second
              chelles: {name: Chelles}
            """;
    private static final List<String> SEINE = List.of("sites", "melun", "rooms", "melun-seine");
    private static final List<String> ALMONT = List.of("sites", "melun", "rooms", "melun-almont");

    private static DirectoryDraft with(List<String> path, @Nullable Object value) {
        DirectoryDraft draft = DirectoryDraft.of(FILE);
        DirectoryDraft changed = draft.with(path, value);
        assertThat(changed.tree()).isEqualTo(ValuePaths.with(draft.tree(), path, value));
        return changed;
    }

    private static List<String> of(List<String> room, String... keys) {
        List<String> path = new ArrayList<>(room);
        path.addAll(List.of(keys));
        return path;
    }

    @Test
    void replacesAllOfAPlaceButWhatIsKeptAndLeavesItsComments() {
        Map<String, Object> wanted = new LinkedHashMap<>(Map.of("name", "Salle Almont", "capacity", "14"));
        wanted.put("rules", Map.of("hours", "closed", "layouts", Map.of("board", Map.of())));

        String changed = DirectoryDraft.of(FILE)
                .withAll(ALMONT, wanted, path -> path.equals(List.of("rules", "approval")))
                .text();

        assertThat(changed)
                .isEqualTo(FILE.replace("capacity: 12", "capacity: 14")
                        .replace("hours: Mo-Fr 08:00-20:00 # late", "hours: closed # late")
                        .replace("approval: true", "approval: true\n          layouts: {board: {}}"));
        DirectoryDraft again = DirectoryDraft.of(changed)
                .withAll(ALMONT, Map.of("name", "Salle Almont"), path -> path.equals(List.of("rules", "approval")));
        assertThat(again.mapAt(ALMONT))
                .containsExactly(Map.entry("name", "Salle Almont"), Map.entry("rules", Map.of("approval", "true")));
        assertThat(again.withAll(SEINE, again.mapAt(SEINE), path -> false)).isSameAs(again);
    }

    /** Each change is a reading of the whole text, so many are one. */
    @Test
    void writesVeryMuchAtOnce() {
        Map<String, Object> services = new LinkedHashMap<>();
        IntStream.range(0, 20_000).forEach(i -> services.put("service-" + i, Map.of("name", "S" + i)));
        List<String> melun = List.of("sites", "melun");
        DirectoryDraft some = DirectoryDraft.of(FILE)
                .with(of(melun, "services"), Map.of("a", Map.of("name", "A"), "b", Map.of("name", "B")));

        DirectoryDraft changed = some.withAll(
                melun, Map.of("services", services), path -> path.get(0).equals("rooms"));

        assertThat(changed.mapAt(of(melun, "services"))).isEqualTo(services);
        assertThat(changed.text()).contains("# big", "# late").doesNotContain("Melun");
    }

    @Test
    void changesOneValueAndNoOtherCharacter() {
        assertThat(with(of(SEINE, "capacity"), "10").text()).isEqualTo(FILE.replace("capacity: 8}", "capacity: 10}"));
        assertThat(with(of(ALMONT, "name"), "Salle Été").text())
                .isEqualTo(FILE.replace("Salle Almont #", "Salle Été #"));
        assertThat(with(of(ALMONT, "rules", "hours"), "closed").text())
                .isEqualTo(FILE.replace("hours: Mo-Fr 08:00-20:00 #", "hours: closed #"));
    }

    @Test
    void addsWhatIsNotThereWhereItBelongs() {
        assertThat(with(of(SEINE, "equipment"), List.of("screen", "whiteboard")).text())
                .isEqualTo(FILE.replace("capacity: 8}", "capacity: 8, equipment: [screen, whiteboard]}"));
        assertThat(with(of(ALMONT, "rules", "notice"), "PT2H").text())
                .isEqualTo(FILE.replace("approval: true\n", "approval: true\n          notice: PT2H\n"));
        assertThat(with(of(SEINE, "rules", "buffers", "before"), "PT15M").text())
                .isEqualTo(FILE.replace("capacity: 8}", "capacity: 8, rules: {buffers: {before: PT15M}}}"));
        assertThat(with(List.of("sites", "chelles", "rooms", "chelles-a"), Map.of("name", "A"))
                        .text())
                .isEqualTo(FILE.replace("{name: Chelles}", "{name: Chelles, rooms: {chelles-a: {name: A}}}"));
    }

    @Test
    void takesAwayWhatIsNotWantedAndWhatIsEmptyThen() {
        assertThat(with(ALMONT, null).text())
                .doesNotContain("Almont")
                .contains("# quiet", "melun-last", "# the second");
        assertThat(with(SEINE, null).text()).doesNotContain("Seine,").contains("melun-almont:\n");
        assertThat(with(of(SEINE, "capacity"), null).text()).isEqualTo(FILE.replace(", capacity: 8}", "}"));
        assertThat(with(of(SEINE, "name"), null).text()).contains("{kind: MEETING, capacity: 8}");
        DirectoryDraft one = with(of(ALMONT, "rules", "hours"), null);
        assertThat(one.with(of(ALMONT, "rules", "approval"), null).mapAt(ALMONT))
                .doesNotContainKey("rules");
    }

    @Test
    void whatIsTheSameLeavesTheTextAsItIs() {
        DirectoryDraft draft = DirectoryDraft.of(FILE);

        assertThat(draft.with(of(SEINE, "capacity"), "8")).isSameAs(draft);
        assertThat(draft.with(of(SEINE, "units"), null)).isSameAs(draft);
        assertThat(draft.with(of(SEINE, "rules", "hours"), null)).isSameAs(draft);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "~",
                "true",
                "12:30",
                "a: b",
                "x # no comment",
                "}, evil: {a: b",
                "], [",
                "'",
                "\"",
                "- a",
                "? a",
                "*alias",
                "&anchor",
                "!!tag x",
                "%",
                "@",
                "`",
                "  spaces  ",
                "",
                "two\nlines: here\n",
                "tab\there",
                "\u0007",
                "\u2028",
                "🌞",
                "\\",
                "|",
                ">",
                "---",
                "...",
                "<<",
                "=",
                "0x1F",
                "1e3",
                ".inf",
                "#"
            })
    void aTextStaysATextWhateverItSays(String hostile) {
        for (List<String> path : List.of(of(SEINE, "name"), of(ALMONT, "name"), of(ALMONT, "rules", "note"))) {
            assertThat(with(path, hostile).at(path)).contains(hostile);
        }
        assertThat(with(of(SEINE, "equipment"), List.of(hostile, "b")).at(of(SEINE, "equipment")))
                .contains(List.of(hostile, "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "? mailDomain\n: a\n? sites\n: {melun: {name: M}}\n",
                "mailDomain: |\n  a\nsites:\n  melun:\n    name: >-\n      M\n      N\n    rooms:\n    - x\n    - y\n",
                "{mailDomain: a, sites: {\n  melun: {name: 'M',\n  # why\n  zone: Z}}}",
                "mailDomain: a\r\nsites:\r\n  melun:\r\n    name: M # c\r\n    zone: Z\r\n",
                "mailDomain: a\nsites: {melun: {name: M}}"
            })
    void knowsManyWaysToWriteYaml(String text) {
        DirectoryDraft draft = DirectoryDraft.of(text);
        for (String key : List.of("name", "zone", "other", "rooms")) {
            for (Object value : List.of("new: value", List.of("a"), Map.of("b", "c"))) {
                List<String> path = List.of("sites", "melun", key);
                DirectoryDraft changed = draft.with(path, value);
                assertThat(changed.tree()).isEqualTo(ValuePaths.with(draft.tree(), path, value));
                assertThat(DirectoryDraft.of(changed.text()).with(path, null).at(path))
                        .isEmpty();
            }
        }
    }

    @Test
    void anyChangesOneAfterTheOtherMeanWhatTheyWouldInTheTree() {
        Random random = new Random(66);
        List<String> keys = List.of("name", "capacity", "rules", "hours", "a", "b", "melun-seine", "melun-almont");
        for (int run = 0; run < 60; run++) {
            DirectoryDraft draft = DirectoryDraft.of(FILE);
            Map<String, Object> tree = draft.tree();
            for (int step = 0; step < 12; step++) {
                List<String> path = new ArrayList<>(List.of("sites", "melun", "rooms"));
                for (int depth = 1 + random.nextInt(3); depth > 0; depth--) {
                    path.add(keys.get(random.nextInt(keys.size())));
                }
                Object value = List.of("x: y", List.of("1", "{"), new LinkedHashMap<>(Map.of("k", "v")), "")
                        .get(random.nextInt(4));
                @Nullable Object wanted = random.nextInt(3) == 0 ? null : value;
                draft = draft.with(path, wanted);
                tree = ValuePaths.with(tree, path, wanted);
                assertThat(draft.tree()).as("run %s, step %s", run, step).isEqualTo(tree);
            }
        }
    }

    @Test
    void findsTheFieldOfAFault() {
        DirectoryDraft draft = DirectoryDraft.of(FILE);
        int line =
                (int) FILE.lines().takeWhile(each -> !each.contains("hours:")).count() + 1;

        assertThat(draft.pathOf(new FileFault(line, 18, Fault.of("no-hours")))).isEqualTo(of(ALMONT, "rules", "hours"));
        assertThat(draft.pathOf(new FileFault(line, 11, Fault.of("no-hours")))).isEqualTo(of(ALMONT, "rules", "hours"));
        assertThat(draft.pathOf(FileFault.ofTheWholeFile(Fault.of("x")))).isEmpty();
    }

    @Test
    void tellsInWhatTwoDiffer() {
        DirectoryDraft draft = DirectoryDraft.of(FILE);
        DirectoryDraft changed = draft.with(of(SEINE, "capacity"), "10")
                .with(of(ALMONT, "rules", "approval"), null)
                .with(of(SEINE, "equipment"), List.of("screen"));

        assertThat(ValueChange.between(draft.tree(), changed.tree()))
                .extracting(ValueChange::toString)
                .containsExactlyInAnyOrder(
                        change(of(SEINE, "capacity"), "Optional[8]", "Optional[10]"),
                        change(of(SEINE, "equipment"), "Optional.empty", "Optional[[screen]]"),
                        change(of(ALMONT, "rules", "approval"), "Optional[true]", "Optional.empty"));
        assertThat(ValueChange.between(draft.tree(), draft.tree())).isEmpty();
    }

    private static String change(List<String> path, String before, String after) {
        return "ValueChange[path=" + path + ", before=" + before + ", after=" + after + "]";
    }
}
