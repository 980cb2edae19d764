package org.passerelle.booking.allocation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.caps.ClaimantNumbers;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.BookingQuota;
import org.passerelle.directory.permission.BookingQuota.QuotaScope.ScopeKind;
import org.springframework.stereotype.Component;

/**
 * Which quotas a booking has to keep: the weekly allowance of its organisation, and those that the rules of its rooms name. They
 * hold for whose booking it is, whoever does the placing; what managers have at their own sites counts for none that a rule names.
 */
@Component
class HourQuotas {

    private final Accounts accounts;
    private final ClaimantNumbers numbers;

    HourQuotas(Accounts accounts, ClaimantNumbers numbers) {
        this.accounts = accounts;
        this.numbers = numbers;
    }

    List<Quota> of(Placement.Request request) {
        Proposal proposal = request.proposal();
        return of(
                new QuotaUser(request.owner(), proposal.booker(), proposal.directory(), request.quotaZone()),
                ruled(proposal));
    }

    /**
     * Whose quotas are asked for.
     *
     * @param booker who does the placing
     * @param zone in whose calendar the weeks of an organisation are told
     */
    record QuotaUser(Owner owner, Person booker, Directory directory, ZoneId zone) {}

    /** @param ruled rooms whose rules name quotas */
    List<Quota> of(QuotaUser user, Set<Room> ruled) {
        List<Quota> quotas = new ArrayList<>(0);
        user.owner()
                .organisation()
                .flatMap(accounts::organisation)
                .ifPresent(organisation -> organisation
                        .weeklyQuota()
                        .map(weekly -> Quota.of(organisation, weekly, user.zone()))
                        .ifPresent(quotas::add));
        if (!ruled.isEmpty()) {
            addRuled(quotas, user, ruled);
        }
        return quotas;
    }

    /** The rooms whose rules name quotas. */
    private static Set<Room> ruled(Proposal proposal) {
        Set<Room> ruled = Set.of();
        for (Proposal.Date date : proposal.dates()) {
            for (Room room : date.rooms()) {
                if (!BookingBounds.quotas(room).isEmpty()) {
                    ruled = ruled.isEmpty() ? new LinkedHashSet<>() : ruled;
                    ruled.add(room);
                }
            }
        }
        return ruled;
    }

    private void addRuled(List<Quota> quotas, QuotaUser user, Set<Room> ruled) {
        Optional<Person> owner = user.booker().id().equals(user.owner().organiser())
                ? Optional.of(user.booker())
                : accounts.person(user.owner().organiser());
        Predicate<Room> isTheirs =
                room -> owner.filter(person -> person.manages(room.site())).isPresent();
        Set<String> named = new LinkedHashSet<>();
        for (Room room : ruled) {
            for (BookingQuota rule : BookingBounds.quotas(room)) {
                QuotaHolders.of(rule.per(), room, user.owner()).forEach(holder -> {
                    if (!isTheirs.test(room) && named.add(rule + holder)) {
                        Predicate<Room> counts = other -> counts(rule, other)
                                && !isTheirs.test(other)
                                && QuotaHolders.areTogether(rule.per(), room, other);
                        quotas.add(quota(rule, holder, room, user.directory(), counts));
                    }
                });
            }
        }
    }

    /** What is countable counts where a quota is its own. */
    private static boolean counts(BookingQuota rule, Room room) {
        return BookingBounds.quotas(room).contains(rule)
                && (rule.scope().kind() == ScopeKind.ROOM || !room.isCountable());
    }

    private Quota quota(BookingQuota rule, String holder, Room room, Directory directory, Predicate<Room> counts) {
        String claimant = "quota:" + rule.scope() + " " + rule.period() + " " + holder;
        int number = numbers.of(claimant);
        Reason reason = Reason.of(
                ReasonCode.QUOTA_EXCEEDED,
                room.id(),
                rule.per() + "." + rule.period(),
                rule.hours().toString(),
                Integer.toString(rule.scope().kind().ordinal()));
        return new Quota(
                number,
                Quota.units(rule.hours()),
                rule.period(),
                counts,
                other -> directory.siteOf(other).zone(),
                reason);
    }
}
