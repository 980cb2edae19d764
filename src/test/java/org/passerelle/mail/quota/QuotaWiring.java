package org.passerelle.mail.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.InvitationQuota;
import org.passerelle.invitation.store.MongoTalliesWiring;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The counting of mail over a store of tests, without Spring. */
public final class QuotaWiring {

    public static final MailLimits GENEROUS =
            new MailLimits(Duration.ofDays(1), 10_000, 10_000, 10_000, 10_000, 10_000, 10_000);

    private QuotaWiring() {}

    /** With limits that no test reaches, in memory. */
    public static MailQuota generous(Clock clock) {
        return new MailQuota(new MailCounting(new InMemory(), clock), address -> true, GENEROUS, clock);
    }

    public static MailQuota quota(
            MongoTemplate template, Predicate<EmailAddress> strangers, MailLimits limits, Clock clock) {
        return new MailQuota(
                new MailCounting(MongoTalliesWiring.over(template), clock), strangers::test, limits, clock);
    }

    public static InvitationQuota invited(
            MongoTemplate template, Predicate<EmailAddress> strangers, MailLimits limits, Clock clock) {
        return new InvitedStrangers(
                new MailCounting(MongoTalliesWiring.over(template), clock), strangers::test, limits);
    }

    private static final class InMemory implements Tallies {

        private final Map<String, MailTally> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<MailTally> find(String id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public boolean insert(String id, MailTally first) {
            return kept.putIfAbsent(id, first) == null;
        }

        @Override
        public boolean replace(String id, long known, MailTally next) {
            return kept.computeIfPresent(id, (key, tally) -> tally.version() == known ? next : tally) == next;
        }

        @Override
        public void forgetBefore(Instant moment) {
            kept.values().removeIf(tally -> tally.since().isBefore(moment));
        }
    }
}
