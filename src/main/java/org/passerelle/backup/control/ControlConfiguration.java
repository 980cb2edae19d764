package org.passerelle.backup.control;

import org.passerelle.backup.TakeBackup;
import org.passerelle.backup.transfer.ImportBookings;
import org.passerelle.booking.store.BookingRewrites;
import org.passerelle.platform.PasserelleProperties;
import org.passerelle.platform.snapshot.StoreSnapshots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whatever the store is: bookings that come in are booked by the program. */
@Configuration(proxyBeanMethods = false)
class ControlConfiguration {

    @Bean
    ControlServer controlServer(
            PasserelleProperties settings,
            StoreSnapshots store,
            TakeBackup backups,
            BookingRewrites bookings,
            ImportBookings imports) {
        return new ControlServer(settings.dataDir().toAbsolutePath().normalize(), store, backups, bookings, imports);
    }
}
