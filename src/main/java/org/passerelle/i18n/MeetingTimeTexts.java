package org.passerelle.i18n;

import java.util.List;
import java.util.Locale;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.availability.query.MeetingTimes.NoCommonSlot;
import org.passerelle.availability.query.MeetingTimes.Relaxation;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.springframework.stereotype.Component;

/** Says who stands in the way of a conference and what would help. */
@Component
public class MeetingTimeTexts {

    private final LanguageBundle messages = new LanguageBundle("org/passerelle/i18n/meeting-times");

    /** Why there is no common slot, naming the parties that are to blame. */
    public String obstacle(NoCommonSlot plan, MeetingTimeQuery query, Directory directory, Locale wished) {
        Locale locale = Languages.nearest(wished);
        if (plan.relaxation().orElse(null) instanceof Relaxation.OtherRooms other) {
            return text("obstacle.other-rooms", locale, names(other.positions(), "and", query, directory, locale));
        }
        if (!plan.roomless().isEmpty()) {
            return text("obstacle.roomless", locale, names(plan.roomless(), "and", query, directory, locale));
        }
        boolean isEverybody = plan.binding().size() == query.parties().size();
        String joined = names(plan.binding(), isEverybody ? "and" : "or", query, directory, locale);
        return query.parties().size() == 1
                ? text("obstacle.alone", locale, joined)
                : text(isEverybody ? "obstacle.all" : "obstacle.some", locale, joined);
    }

    /** What would have to give way. */
    public String change(Relaxation relaxation, MeetingTimeQuery query, Directory directory, Locale wished) {
        Locale locale = Languages.nearest(wished);
        if (relaxation instanceof Relaxation.Shorter shorter) {
            String length = DurationTexts.of(shorter.duration(), locale);
            return text("change.shorter", locale, length, DurationTexts.of(query.duration(), locale));
        }
        if (relaxation instanceof Relaxation.AnyHour) {
            return text("change.any-hour", locale);
        }
        if (relaxation instanceof Relaxation.OtherRooms other) {
            List<String> rooms = other.positions().stream()
                    .map(position -> RoomNames.withSite(other.slot().rooms().get(position), directory))
                    .toList();
            return text("change.other-rooms", locale, String.join(", ", rooms));
        }
        if (relaxation instanceof Relaxation.Without without) {
            return text("change.without", locale, name(without.position(), query, directory, locale));
        }
        return text("change.later", locale);
    }

    private String names(
            List<Integer> positions, String conjunction, MeetingTimeQuery query, Directory directory, Locale locale) {
        List<String> names = positions.stream()
                .map(position -> name(position, query, directory, locale))
                .toList();
        String last = names.get(names.size() - 1);
        return names.size() == 1
                ? last
                : text(conjunction, locale, String.join(", ", names.subList(0, names.size() - 1)), last);
    }

    /** The name of a party's site, with its people if others meet there too. */
    private String name(int position, MeetingTimeQuery query, Directory directory, Locale locale) {
        Party party = query.parties().get(position);
        String site =
                directory.site(party.site()).map(Site::name).orElse(party.site().value());
        long here = query.parties().stream()
                .filter(other -> other.site().equals(party.site()))
                .count();
        return here == 1 ? site : text("party", locale, site, party.attendees());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.text(key, locale, arguments);
    }
}
