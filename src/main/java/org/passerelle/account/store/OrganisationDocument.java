package org.passerelle.account.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Organisation;
import org.passerelle.account.OrganisationId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An organisation as stored; its quota in ISO-8601, such as {@code PT10H}.
 *
 * @param slug null once it has ended, for another may have it then; the document stays, so that its id does
 */
@Document("organisations")
record OrganisationDocument(
        @Id String id,
        @Nullable String slug,
        String name,
        int number,
        @Nullable String weeklyQuota,
        @Nullable Instant ended) {

    static OrganisationDocument of(Organisation organisation) {
        return new OrganisationDocument(
                organisation.id().value(),
                organisation.id().slug(),
                organisation.name(),
                organisation.number(),
                organisation.weeklyQuota().map(Duration::toString).orElse(null),
                null);
    }

    boolean isCurrent() {
        return ended == null;
    }

    Organisation toOrganisation() {
        return new Organisation(
                new OrganisationId(id),
                name,
                number,
                Optional.ofNullable(weeklyQuota).map(Duration::parse));
    }
}
