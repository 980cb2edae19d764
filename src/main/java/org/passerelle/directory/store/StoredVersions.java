package org.passerelle.directory.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.store.DirectoryTexts.DirectoryText;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionNote;

/** The version in force and those before it, as one list. */
class StoredVersions implements DirectoryVersions {

    private static final VersionText NONE =
            new VersionText(new DirectoryVersion(0, Optional.empty(), VersionNote.UNKNOWN), "");

    private final DirectoryTexts texts;
    private final FormerVersions former;

    StoredVersions(DirectoryTexts texts, FormerVersions former) {
        this.texts = texts;
        this.former = former;
    }

    @Override
    public VersionText latest() {
        return texts.load().map(DirectoryText::toVersion).orElse(NONE);
    }

    @Override
    public Optional<VersionText> find(long number) {
        // Former ones are looked for second: one that is replaced meanwhile is found there.
        return texts.load()
                .map(DirectoryText::toVersion)
                .filter(standing -> standing.number() == number)
                .or(() -> former.find(number));
    }

    @Override
    public List<DirectoryVersion> list(long before, int limit) {
        DirectoryVersion standing = latest().version();
        List<DirectoryVersion> versions = new ArrayList<>();
        if (standing.number() > 0 && standing.number() < before) {
            versions.add(standing);
        }
        versions.addAll(former.list(Math.min(before, standing.number()), limit));
        return List.copyOf(versions.subList(0, Math.min(limit, versions.size())));
    }

    @Override
    public List<DirectoryVersion> ofPlace(String place, long before, int limit) {
        List<DirectoryVersion> versions = new ArrayList<>();
        Optional<DirectoryText> standing = texts.load();
        standing.filter(text -> text.version() < before && text.hasChanged(place))
                .ifPresent(text -> versions.add(text.toVersion().version()));
        long below = standing.map(text -> Math.min(before, text.version())).orElse(before);
        versions.addAll(former.ofPlace(place, DirectoryText.id(place), below, limit));
        return List.copyOf(versions.subList(0, Math.min(limit, versions.size())));
    }
}
