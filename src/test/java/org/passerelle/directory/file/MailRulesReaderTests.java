package org.passerelle.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.directory.FaultSentences;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.MailRules.Beyond;
import org.passerelle.directory.MailRules.Mode;
import org.passerelle.directory.MailRules.Outsiders;
import org.passerelle.directory.RoomId;

/** How rooms answer mail, as the file says it of the network, a site or a room. */
class MailRulesReaderTests {

    private static final String FILE = """
            mailDomain: rooms.example
            mail: {mode: ACCEPT, mostMissed: 3}
            operators:
              ville: Ville de Melun
            sites:
              melun:
                name: Melun
                operator: ville
                zone: Europe/Paris
                address: 1 place de la Gare
                position: {latitude: 48.5, longitude: 2.6}
                mail: {beyondHorizon: TRUNCATE}
                rooms:
                  melun-seine: {name: Salle Seine, kind: MEETING, capacity: 8}
                  melun-almont:
                    name: Salle Almont
                    kind: MEETING
                    capacity: 12
                    mail: {beyondHorizon: DECLINE, outsiders: DOMAINS, domains: [example.org]}
            """;

    private static DirectoryFile.Reading read(String text) {
        return DirectoryFile.read(text, name -> List.of());
    }

    private static MailRules rules(String room) {
        return ((DirectoryFile.Readable) read(FILE))
                .network().rooms().stream()
                        .filter(each -> each.id().equals(new RoomId(room)))
                        .findFirst()
                        .orElseThrow()
                        .profile()
                        .mail();
    }

    @Test
    void refineTheWiderOnesKeyByKey() {
        assertThat(rules("melun-seine"))
                .isEqualTo(new MailRules(Mode.ACCEPT, Outsiders.MEMBERS, Set.of(), 3, 50, Beyond.TRUNCATE));
        assertThat(rules("melun-almont"))
                .isEqualTo(new MailRules(Mode.ACCEPT, Outsiders.DOMAINS, Set.of("example.org"), 3, 50, Beyond.DECLINE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beyondHorizon: TRUNCATE | beyondHorizon: CUT |"
                        + " line 12: site melun: beyondHorizon must be one of DECLINE, TRUNCATE: CUT",
                "beyondHorizon: DECLINE | beyondHorizon: [] |"
                        + " line 19: room melun-almont: beyondHorizon must be a single value",
                "mostMissed: 3 | mostMissed: 11 | line 2: mostMissed must be a whole number from 0 to 10: 11",
                "mostMissed: 3 | beyond: TRUNCATE | line 2: unknown key beyond, known are mode, outsiders, domains,"
                        + " mostMissed, mostMissedPercent, beyondHorizon"
            })
    void areRefusedByLine(String good, String bad, String sentence) {
        var faulty = (DirectoryFile.Faulty) read(FILE.replace(good, bad));

        assertThat(faulty.faults()).extracting(FaultSentences::of).containsExactly(sentence);
    }
}
