package org.passerelle.caldav.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.AccountId;

class DavPathTests {

    private static final DavPath BOOKINGS = DavPath.inHome(new AccountId("kim"), DavPath.BOOKINGS);

    @ParameterizedTest
    @ValueSource(strings = {"a.ics", "é è.ics", "a@b.ics", "100%.ics", "a?b#c.ics", "{x}.ics", "日本😀.ics"})
    void readsWhatItWrites(String name) {
        DavPath path = BOOKINGS.object(name);

        assertThat(DavPath.parse(path.href())).contains(path);
    }

    @Test
    void readsHoweverMuchIsEncoded() {
        DavPath path = BOOKINGS.object("a@b.ics");

        assertThat(DavPath.parse("/dav/calendars/kim/bookings/a%40b%2Eics")).contains(path);
        assertThat(DavPath.parse("https://x.example/dav//calendars/kim/bookings/a@b.ics"))
                .contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "dav/", "/", "/davx/", "/dav/calendars/kim/bookings/a/b", "/dav/calendars/kim/%2e%2e/x",
                "/dav/calendars/kim/..", "/dav/%", "/dav/%zz", "/dav/%00", "/dav/%ff", "/dav/principals/x/y"
            })
    void isNoneOfWhatNamesNothing(String href) {
        assertThat(DavPath.parse(href)).isEqualTo(Optional.empty());
    }
}
