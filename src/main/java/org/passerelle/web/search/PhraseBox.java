package org.passerelle.web.search;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.i18n.Languages;
import org.passerelle.phrase.Phrase;
import org.passerelle.phrase.PhraseReader;
import org.passerelle.phrase.Vocabulary;
import org.passerelle.web.Equipment;
import org.springframework.stereotype.Component;

/** Reads plain words with the names of the network as it is now. */
@Component
class PhraseBox {

    private final PhraseReader reader = new PhraseReader(Languages.SPOKEN);
    private final AtomicReference<NetworkNames> names = new AtomicReference<>();
    private final Directories directories;
    private final Equipment equipment;
    private final Clock clock;

    PhraseBox(Directories directories, Equipment equipment, Clock clock) {
        this.directories = directories;
        this.equipment = equipment;
        this.clock = clock;
    }

    /** The names of one version of the directory. */
    private record NetworkNames(Directory directory, Vocabulary vocabulary) {}

    /** @param site of the reader, on whose clocks is read what names no place */
    Phrase read(String line, Site site) {
        return reader.read(line, vocabulary(), clock.instant(), site.zone());
    }

    private Vocabulary vocabulary() {
        Directory directory = directories.current();
        NetworkNames known = names.get();
        if (known != null && known.directory() == directory) {
            return known.vocabulary();
        }
        Map<String, List<String>> things = Languages.SPOKEN.stream()
                .flatMap(language -> equipment.all(directory, language).stream())
                .collect(Collectors.groupingBy(
                        Equipment.Thing::word, Collectors.mapping(Equipment.Thing::label, Collectors.toList())));
        Vocabulary vocabulary = reader.vocabulary(directory, things);
        names.set(new NetworkNames(directory, vocabulary));
        return vocabulary;
    }
}
