package org.passerelle.web.rescue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Slug;
import org.passerelle.rescue.RescueWish;
import org.passerelle.rescue.RescueWish.ChosenMove;
import org.passerelle.time.Interval;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.NoSuchPage;

/**
 * What the page of a rescue sends.
 *
 * @param date which one, by the start that the rule gave it
 * @param failed the rooms that cannot be used
 * @param to the rooms of the place that was pressed
 * @param start of that place
 * @param end of that place
 */
public record RescueForm(
        @Nullable String date,
        @Nullable List<String> failed,
        @Nullable List<String> to,
        @Nullable String start,
        @Nullable String end) {

    private static final int MOST_ROOMS = 50;

    /** @throws NoSuchPage for what this page never sends */
    RescueWish wish() {
        return new RescueWish(Optional.ofNullable(date).map(RescueForm::instant), rooms(failed), move());
    }

    private Optional<ChosenMove> move() {
        if (start == null || end == null || to == null) {
            return Optional.empty();
        }
        Instant from = instant(start);
        Instant until = instant(end);
        if (!from.isBefore(until)) {
            throw new NoSuchPage("place to move to");
        }
        return Optional.of(new ChosenMove(rooms(to), Interval.of(from, until)));
    }

    private static List<RoomId> rooms(@Nullable List<String> named) {
        if (named == null) {
            return List.of();
        }
        if (named.size() > MOST_ROOMS || !named.stream().allMatch(Slug::isSlug)) {
            throw new NoSuchPage("rooms of that name");
        }
        return named.stream().map(RoomId::new).toList();
    }

    private static Instant instant(String text) {
        return WrittenTimes.ifReadable(text, WrittenTimes::instant)
                .orElseThrow(() -> new NoSuchPage("date of that name"));
    }
}
