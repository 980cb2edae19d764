package org.passerelle.booking.changelog;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;

/**
 * For whom this thread changes bookings. Use cases say it around what they write, and the store notes it with the write, so
 * that nobody in between has to hand it on.
 */
public final class ActingPerson {

    private static final ThreadLocal<@Nullable PersonId> ACTING = new ThreadLocal<>();

    private ActingPerson() {}

    /** What {@code work} answers; all that it writes is done by {@code person}. */
    public static <T> T as(Person person, Supplier<T> work) {
        return during(person.id(), work);
    }

    /** What {@code work} answers; all that it writes the program does by itself, whoever acts meanwhile. */
    public static <T> T asNobody(Supplier<T> work) {
        return during(null, work);
    }

    private static <T> T during(@Nullable PersonId person, Supplier<T> work) {
        PersonId before = ACTING.get();
        set(person);
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    private static void set(@Nullable PersonId person) {
        if (person == null) {
            ACTING.remove();
        } else {
            ACTING.set(person);
        }
    }

    /** Empty while nobody said that they act: then the program does. */
    public static Optional<PersonId> current() {
        return Optional.ofNullable(ACTING.get());
    }
}
