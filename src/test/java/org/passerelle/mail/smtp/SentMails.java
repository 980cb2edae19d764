package org.passerelle.mail.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All mails that the program under test has kept for want of a mail server. Which are its newest, its clock says: that stands
 * still for most tests and is moved by some, whose mails stay newer than those of all that come after. So no test looks for
 * its mail among the newest few. Each is read once, for tests that wait look again and again.
 */
public final class SentMails {

    private static final String ENDING = ".eml";

    private final MailSpool spool;
    private final Path folder;

    /** By id. */
    private final Map<String, Sent> read = new HashMap<>();

    /** One of them; its headers are read if its text does not tell enough. */
    private record Sent(SpooledMail mail, String raw) {

        static Sent of(SpooledMail mail) {
            return new Sent(mail, new String(mail.bytes(), StandardCharsets.ISO_8859_1));
        }

        boolean isTo(String address) {
            return raw.contains(address) && mail.to().contains(address);
        }
    }

    /** What {@code spool} keeps in {@code folder}. */
    public SentMails(MailSpool spool, Path folder) {
        this.spool = spool;
        this.folder = folder;
    }

    /** Whose To header contains {@code address}, the newest by the clock of the program first. */
    public List<SpooledMail> to(String address) {
        return sent(each -> each.isTo(address)).map(Sent::mail).toList();
    }

    /** Those of {@link #to(String)} with such a subject. */
    public List<SpooledMail> to(String address, Predicate<String> subject) {
        return sent(each -> each.isTo(address) && subject.test(each.mail().subject()))
                .map(Sent::mail)
                .toList();
    }

    /** Those that answer the mails whose Message-ID begins so. */
    public List<SpooledMail> answering(String messageId) {
        return containing("In-Reply-To: <" + messageId);
    }

    /** Those in whose bytes all of {@code texts} stand. */
    public List<SpooledMail> containing(String... texts) {
        return sent(each -> Stream.of(texts).allMatch(each.raw()::contains))
                .map(Sent::mail)
                .toList();
    }

    private synchronized Stream<Sent> sent(Predicate<Sent> those) {
        Set<String> kept = kept();
        read.keySet().retainAll(kept);
        kept.removeAll(read.keySet());
        kept.forEach(id -> spool.find(id).ifPresent(mail -> read.put(id, Sent.of(mail))));
        return read.values().stream()
                .filter(those)
                .sorted(Comparator.comparing((Sent each) -> each.mail().at())
                        .reversed()
                        .thenComparing(each -> each.mail().id()))
                .toList()
                .stream();
    }

    private Set<String> kept() {
        if (!Files.isDirectory(folder)) {
            return new HashSet<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
