package org.passerelle.web.calendars;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.FeedSubject;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.i18n.TaskTexts;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** What somebody can choose as the subject of a calendar, in groups: their own things, sites that they manage, all others. */
@Component
public class Subjects {

    private final Directories directories;
    private final Accounts accounts;
    private final PageWords words;

    Subjects(Directories directories, Accounts accounts, PageWords words) {
        this.directories = directories;
        this.accounts = accounts;
        this.words = words;
    }

    /** One choice; {@code value} is what the form sends. */
    public record Choice(String value, String label) {}

    /** Choices under a heading. */
    public record Group(String label, List<Choice> choices) {}

    public List<Group> of(Person person, Locale locale) {
        return groups(person, locale, false);
    }

    /** As {@link #of}, with what is to be done at the sites that they run. */
    List<Group> withTasks(Person person, Locale locale) {
        return groups(person, locale, true);
    }

    private List<Group> groups(Person person, Locale locale, boolean withTasks) {
        Directory directory = directories.current();
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(words.text("calendars.own", locale), own(person, locale)));
        List<Site> sites = directory.sites().stream()
                .sorted(Comparator.comparing((Site site) -> !person.manages(site.id()))
                        .thenComparing(Site::name))
                .toList();
        sites.forEach(site ->
                groups.add(new Group(site.name(), at(site, directory, locale, withTasks && person.runs(site.id())))));
        groups.add(new Group(
                words.text("calendars.operators", locale),
                directory.operators().stream()
                        .map(operator ->
                                choice(FeedScope.OPERATOR, operator.id().value(), operator.name()))
                        .toList()));
        return groups;
    }

    /** Empty if the form was sent something that it does not offer. */
    public static Optional<FeedSubject> parse(String value) {
        int colon = value.indexOf(':');
        try {
            return Optional.of(new FeedSubject(
                    FeedScope.valueOf(value.substring(0, Math.max(0, colon))), value.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Choice> own(Person person, Locale locale) {
        List<Choice> own = new ArrayList<>();
        own.add(choice(FeedScope.PERSON, person.id().text(), words.text("calendars.mine", locale)));
        person.organisation()
                .flatMap(accounts::organisation)
                .ifPresent(organisation -> own.add(choice(
                        FeedScope.ORGANISATION,
                        organisation.id().value(),
                        words.text("calendars.organisation", locale, organisation.name()))));
        return own;
    }

    private List<Choice> at(Site site, Directory directory, Locale locale, boolean withTasks) {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(FeedScope.SITE, site.id().value(), words.text("calendars.site", locale, site.name())));
        if (withTasks) {
            choices.add(choice(FeedScope.TASKS, site.id().value(), TaskTexts.calendar(site.name(), locale)));
        }
        directory.roomsAt(site.id()).stream()
                .map(room -> choice(FeedScope.ROOM, room.id().value(), room.name() + " (" + site.name() + ")"))
                .forEach(choices::add);
        return choices;
    }

    private static Choice choice(FeedScope scope, String of, String label) {
        return new Choice(scope + ":" + of, label);
    }
}
