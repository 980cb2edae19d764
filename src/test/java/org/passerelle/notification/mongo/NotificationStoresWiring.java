package org.passerelle.notification.mongo;

import org.passerelle.notification.choice.ChosenMails;
import org.passerelle.notification.notice.NoticeRecords;
import org.passerelle.notification.owed.LogPosition;
import org.passerelle.notification.owed.OwedNotifications;
import org.springframework.data.mongodb.core.MongoOperations;

/** The stores of notifications over a database, for tests without Spring. */
public final class NotificationStoresWiring {

    public static final String OWED = MongoOwedNotifications.COLLECTION;

    private NotificationStoresWiring() {}

    public static OwedNotifications owed(MongoOperations mongo) {
        return new RememberedNotifications(new MongoOwedNotifications(mongo));
    }

    public static LogPosition position(MongoOperations mongo) {
        return new MongoLogPosition(mongo);
    }

    public static ChosenMails chosen(MongoOperations mongo) {
        return new MongoChosenMails(mongo, event -> {});
    }

    public static NoticeRecords notices(MongoOperations mongo) {
        return new MongoNoticeRecords(mongo);
    }
}
