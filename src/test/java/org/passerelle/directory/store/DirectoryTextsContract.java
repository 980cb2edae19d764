package org.passerelle.directory.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.Together;
import org.passerelle.contract.FactsOf;
import org.passerelle.contract.StoreContract;
import org.passerelle.directory.store.DirectoryTexts.DirectoryText;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.directory.version.VersionOrigin;

/** The directory in force is replaced only by whoever knows its version. */
@FactsOf({DirectoryTexts.class, FormerVersions.class})
public abstract class DirectoryTextsContract extends StoreContract {

    private static final VersionNote NOTE = VersionNote.form("p-1", "melun-seine");
    private static final Instant NOW = Instant.parse("2026-03-25T09:00:00Z");

    private DirectoryTexts texts;
    private FormerVersions former;

    @BeforeEach
    void begin() {
        texts = texts();
        former = new FormerVersions(mongo());
    }

    private DirectoryTexts texts() {
        return new DirectoryTexts(mongo(), new FormerVersions(mongo()), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static DirectoryText noted(long version, String text) {
        return new DirectoryText("current", version, text, NOW, "p-1", VersionOrigin.FORM, "melun-seine", List.of());
    }

    private List<Boolean> eightReplace(long version) {
        return Together.all(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> texts().replace(version, "text " + i, NOTE))
                .toList());
    }

    @Test
    void isNoneInVersionZeroAtFirst() {
        assertThat(texts.load()).isEmpty();
        assertThat(texts.version()).isZero();
    }

    @Test
    void isFirstPutByOneOfEight() {
        List<Boolean> put = eightReplace(0);

        assertThat(put).containsOnlyOnce(true);
        assertThat(texts.load()).contains(noted(1, "text " + put.indexOf(true)));
    }

    @Test
    void isReplacedByOneOfEightWhoKnowItsVersion() {
        texts.replace(0, "name: Été 🌞", NOTE);
        assertThat(texts.load()).map(DirectoryText::text).contains("name: Été 🌞");

        List<Boolean> replaced = eightReplace(1);

        assertThat(replaced).containsOnlyOnce(true);
        assertThat(texts.version()).isEqualTo(2);
        assertThat(texts.load()).map(DirectoryText::text).contains("text " + replaced.indexOf(true));
        assertThat(texts.replace(1, "late", NOTE)).isFalse();
        assertThat(texts.replace(3, "early", NOTE)).isFalse();
        assertThat(texts.replace(0, "first", NOTE)).isFalse();
    }

    @Test
    void isWrittenInOtherWordsWithoutANewVersionUnlessItWasReplaced() {
        texts.replace(0, "one", NOTE);
        texts.reword(1, "the same");
        assertThat(texts.load()).contains(noted(1, "the same"));
        texts.replace(1, "two", NOTE);

        texts.reword(1, "of the first");

        assertThat(texts.load()).contains(noted(2, "two"));
    }

    @Test
    void whatIsReplacedIsPutByAndFoundByItsNumber() {
        texts.replace(0, "name: Été 🌞", NOTE);
        texts.replace(1, "two", VersionNote.file("p-2"));
        texts.replace(2, "three", VersionNote.revert("p-3", 1));

        StoredVersions versions = new StoredVersions(texts, former);
        assertThat(versions.latest().text()).isEqualTo("three");
        assertThat(versions.find(1)).get().satisfies(first -> {
            assertThat(first.text()).isEqualTo("name: Été 🌞");
            assertThat(first.version()).isEqualTo(new DirectoryVersion(1, Optional.of(NOW), NOTE));
        });
        assertThat(versions.list(Long.MAX_VALUE, 10))
                .extracting(DirectoryVersion::number)
                .containsExactly(3L, 2L, 1L);
        assertThat(versions.list(3, 1)).extracting(DirectoryVersion::note).containsExactly(VersionNote.file("p-2"));
        assertThat(versions.list(4, 1)).extracting(DirectoryVersion::number).containsExactly(3L);
        assertThat(versions.find(4)).isEmpty();
        assertThat(versions.find(0)).isEmpty();
    }

    @Test
    void tellsInWhichVersionsASiteOrARoomHasChanged() {
        texts.replace(0, "sites: {melun: {name: Melun, rooms: {seine: {capacity: 8}}}}", NOTE);
        texts.replace(1, "sites: {melun: {name: Melun, rooms: {seine: {capacity: 9}}}, rebais: {name: R}}", NOTE);
        texts.replace(2, "sites: {melun: {name: M, rooms: {seine: {capacity: 9}}}, rebais: {name: R}}", NOTE);
        texts.replace(3, "sites: {melun: {name: M}, rebais: {name: R}}", NOTE);
        documents("directoryVersions")
                .updateOne(
                        new org.bson.Document("_id", 2L),
                        new org.bson.Document("$unset", new org.bson.Document("places", "")));

        StoredVersions versions = new StoredVersions(texts, former);
        assertThat(versions.ofPlace("site/melun", Long.MAX_VALUE, 10))
                .extracting(DirectoryVersion::number)
                .containsExactly(4L, 3L);
        assertThat(versions.ofPlace("room/seine", Long.MAX_VALUE, 10))
                .extracting(DirectoryVersion::number)
                .containsExactly(4L);
        assertThat(versions.ofPlace("room/melun-seine", Long.MAX_VALUE, 10))
                .as("of what was noted less, what its own form has made")
                .extracting(DirectoryVersion::number)
                .containsExactly(2L);
        assertThat(versions.ofPlace("site/melun", 4, 1))
                .extracting(DirectoryVersion::number)
                .containsExactly(3L);
        assertThat(versions.ofPlace("site/rebais", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void whatIsNotReplacedLeavesNothingBehindAndOldOnesGo() {
        texts.replace(0, "one", NOTE);
        assertThat(texts.replace(7, "eight", NOTE)).isFalse();
        assertThat(former.list(Long.MAX_VALUE, 10)).isEmpty();

        former.put(texts.load().orElseThrow().toVersion(), List.of());
        former.put(texts.load().orElseThrow().toVersion(), List.of());
        assertThat(former.list(Long.MAX_VALUE, 10)).hasSize(1);

        DirectoryVersion late = new DirectoryVersion(DirectoryVersions.MOST, Optional.of(NOW), NOTE);
        former.put(new DirectoryVersion.VersionText(late, "late"), List.of());
        assertThat(former.list(Long.MAX_VALUE, 10)).containsExactly(late);
    }

    @Test
    void oneFromBeforeVersionsWereKeptSaysNothingOfItself() {
        mongo().getCollection("directory")
                .insertOne(new org.bson.Document("_id", "current")
                        .append("version", 4L)
                        .append("text", "old"));

        StoredVersions versions = new StoredVersions(texts, former);
        assertThat(versions.latest().version())
                .isEqualTo(new DirectoryVersion(4, Optional.empty(), VersionNote.UNKNOWN));
        assertThat(texts.replace(4, "new", NOTE)).isTrue();
        assertThat(versions.find(4))
                .get()
                .satisfies(old -> assertThat(old.text()).isEqualTo("old"));
    }
}
