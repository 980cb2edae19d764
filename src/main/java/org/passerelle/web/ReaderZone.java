package org.passerelle.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.passerelle.account.Person;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;

/** On whose clock moments are told that belong to no site: that of a site somebody manages, or else of the first one. */
public final class ReaderZone {

    private ReaderZone() {}

    public static ZoneId of(Person reader, Directory directory) {
        return directory.sites().stream()
                .filter(site -> reader.sites().isEmpty() || reader.manages(site.id()))
                .map(Site::zone)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }
}
