package org.passerelle.account;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** An organisation as stored; its quota in ISO-8601, such as {@code PT10H}. */
@Document("organisations")
record OrganisationDocument(
        @Id String id, String name, int number, @Nullable String weeklyQuota) {

    static OrganisationDocument of(Organisation organisation) {
        return new OrganisationDocument(
                organisation.id().value(),
                organisation.name(),
                organisation.number(),
                organisation.weeklyQuota().map(Duration::toString).orElse(null));
    }

    Organisation toOrganisation() {
        return new Organisation(
                new OrganisationId(id),
                name,
                number,
                Optional.ofNullable(weeklyQuota).map(Duration::parse));
    }
}
