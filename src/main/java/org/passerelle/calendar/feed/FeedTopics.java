package org.passerelle.calendar.feed;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.calendar.feed.cache.FeedSource.MadeBy;
import org.passerelle.calendar.feed.cache.FeedSource.MadeFor;
import org.passerelle.calendar.feed.cache.FeedSource.OfRooms;
import org.passerelle.calendar.write.RoomWords;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Operator;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.springframework.stereotype.Component;

/**
 * Looks up what feeds are about, and who may have one. Places are open to everybody with an account, since their feeds
 * tell each reader no more than they may read; an organisation and a person are for themselves only, and what is to be done at a site
 * for those who run it.
 */
@Component
class FeedTopics {

    private final Accounts accounts;

    FeedTopics(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Empty if there is no such thing, or an id of that form cannot exist. */
    Optional<FeedTopic> find(FeedSubject subject, Directory directory) {
        try {
            return switch (subject.scope()) {
                case ROOM -> directory.room(new RoomId(subject.of())).map(room -> room(subject, room, directory));
                case SITE -> directory.site(new SiteId(subject.of())).map(site -> site(subject, site, directory));
                case TASKS -> directory.site(new SiteId(subject.of())).map(site -> tasks(subject, site, directory));
                case OPERATOR ->
                    directory.operators().stream()
                            .filter(operator -> operator.id().value().equals(subject.of()))
                            .findFirst()
                            .map(operator -> operator(subject, operator, directory));
                case ORGANISATION ->
                    accounts.organisation(new OrganisationId(subject.of()))
                            .map(organisation -> organisation(subject, organisation, directory));
                case PERSON ->
                    accounts.person(PersonId.read(subject.of())).map(person -> person(subject, person, directory));
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The subject that people call {@code called}: an organisation by its name, a person by their address. */
    FeedSubject subject(FeedScope scope, String called) {
        return new FeedSubject(
                scope,
                switch (scope) {
                    case ROOM, SITE, OPERATOR, TASKS -> called;
                    case ORGANISATION ->
                        accounts.organisation(called)
                                .map(organisation -> organisation.id().value())
                                .orElse(called);
                    case PERSON ->
                        EmailAddress.parse(called)
                                .map(address -> accounts.idOf(address).text())
                                .orElse(called);
                });
    }

    /** What people call it; also when it is gone. */
    String called(FeedSubject subject) {
        return switch (subject.scope()) {
            case ROOM, SITE, OPERATOR, TASKS -> subject.of();
            case ORGANISATION -> new OrganisationId(subject.of()).slug();
            case PERSON -> accounts.contact(PersonId.read(subject.of())).email().value();
        };
    }

    /** Whether {@code person} may have this calendar at all; what of it they may read is another matter. */
    static boolean isOpenTo(Person person, FeedSubject subject) {
        return switch (subject.scope()) {
            case ROOM, SITE, OPERATOR -> true;
            case ORGANISATION ->
                person.organisation()
                        .filter(own -> own.value().equals(subject.of()))
                        .isPresent();
            case PERSON -> person.id().text().equals(subject.of());
            case TASKS -> Slug.isSlug(subject.of()) && person.runs(new SiteId(subject.of()));
        };
    }

    private static FeedTopic room(FeedSubject subject, Room room, Directory directory) {
        Site site = directory.siteOf(room);
        return new FeedTopic(
                subject,
                subject.of(),
                new RoomWords(directory).of(room.id()),
                site.zone(),
                "/day?site=" + site.id(),
                ofRooms(List.of(room)),
                Optional.of(room));
    }

    private static FeedTopic site(FeedSubject subject, Site site, Directory directory) {
        return new FeedTopic(
                subject,
                subject.of(),
                site.name(),
                site.zone(),
                "/day?site=" + site.id(),
                ofRooms(directory.roomsAt(site.id())),
                Optional.empty());
    }

    /** From the bookings that the calendar of the site is of, so that both share what is known of them. */
    private static FeedTopic tasks(FeedSubject subject, Site site, Directory directory) {
        return new FeedTopic(
                subject,
                subject.of(),
                site.name(),
                site.zone(),
                "/tasks?site=" + site.id(),
                ofRooms(directory.roomsAt(site.id())),
                Optional.empty());
    }

    private static FeedTopic operator(FeedSubject subject, Operator operator, Directory directory) {
        List<Site> sites = directory.sites().stream()
                .filter(site -> site.operator().equals(operator.id()))
                .toList();
        List<Room> rooms = sites.stream()
                .flatMap(site -> directory.roomsAt(site.id()).stream())
                .toList();
        return new FeedTopic(
                subject, subject.of(), operator.name(), firstZone(sites), "/day", ofRooms(rooms), Optional.empty());
    }

    private static FeedTopic organisation(FeedSubject subject, Organisation organisation, Directory directory) {
        return new FeedTopic(
                subject,
                organisation.id().slug(),
                organisation.name(),
                firstZone(directory.sites()),
                "/bookings",
                new MadeFor(organisation.id()),
                Optional.empty());
    }

    private static FeedTopic person(FeedSubject subject, Person person, Directory directory) {
        return new FeedTopic(
                subject,
                person.email().value(),
                person.name(),
                firstZone(directory.sites()),
                "/bookings",
                new MadeBy(person.id()),
                Optional.empty());
    }

    private static OfRooms ofRooms(Collection<Room> rooms) {
        return new OfRooms(
                rooms.stream().map(Room::numbers).flatMap(Collection::stream).collect(Collectors.toSet()));
    }

    private static ZoneId firstZone(Collection<Site> sites) {
        return sites.stream().map(Site::zone).findFirst().orElse(ZoneOffset.UTC);
    }
}
