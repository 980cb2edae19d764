package org.passerelle.notification;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.OwedNotification;
import org.passerelle.notification.owed.OwedNotifications;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.ErasureResult;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.platform.personal.PersonMentions;
import org.passerelle.platform.personal.PersonalStore;
import org.springframework.stereotype.Component;

/** What somebody is still to be told goes with them; in what others are to be told of them they are cut out. Asks the store of it alone, for it also remembers. */
@Component
class OwedNotificationData implements PersonalStore {

    private static final String OWED = "owedNotifications";

    /** Later than anything is due. */
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final OwedNotifications owed;

    OwedNotificationData(OwedNotifications owed) {
        this.owed = owed;
    }

    @Override
    public Set<String> collections() {
        return Set.of(OWED);
    }

    @Override
    public List<String> places() {
        return List.of(OWED);
    }

    @Override
    public List<HeldData> held(DataSubject subject) {
        PersonMentions mentions = new PersonMentions(subject);
        List<BookingNotification> all = all();
        return List.of(HeldData.of(
                OWED,
                all.stream()
                        .filter(each -> isTo(each, subject))
                        .map(OwedNotificationData::plain)
                        .toList(),
                all.stream()
                        .filter(each -> !isTo(each, subject) && mentions.isIn(each.message()))
                        .count()));
    }

    private static Map<String, Object> plain(BookingNotification notification) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("booking", notification.booking().value());
        plain.put("kind", notification.kind().name());
        plain.put("at", notification.at().toString());
        plain.put("message", notification.message());
        return plain;
    }

    @Override
    public ErasureResult erase(DataSubject subject, boolean waits) {
        PersonMentions mentions = new PersonMentions(subject);
        long count = 0;
        for (OwedNotification each : owed.due(EVER, Integer.MAX_VALUE)) {
            BookingNotification notification = each.notification();
            if (isTo(notification, subject)) {
                owed.remove(List.of(notification));
                count++;
            } else if (mentions.isIn(notification.message())) {
                owed.remove(List.of(notification));
                owed.add(List.of(saying(notification, mentions.cutFrom(notification.message()))), each.next());
                count++;
            }
        }
        return ErasureResult.complete(count);
    }

    private static BookingNotification saying(BookingNotification notification, String message) {
        return new BookingNotification(
                notification.booking(),
                notification.to(),
                notification.kind(),
                notification.position(),
                notification.at(),
                notification.by(),
                message,
                notification.before());
    }

    private List<BookingNotification> all() {
        return owed.due(EVER, Integer.MAX_VALUE).stream()
                .map(OwedNotification::notification)
                .toList();
    }

    private static boolean isTo(BookingNotification notification, DataSubject subject) {
        return subject.is(notification.to().text());
    }
}
