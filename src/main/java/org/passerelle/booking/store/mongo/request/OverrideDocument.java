package org.passerelle.booking.store.mongo.request;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.passerelle.account.PersonId;
import org.passerelle.booking.override.OverridableRule;
import org.passerelle.booking.override.RuleOverride;

/** The part of a stored booking that tells which rules were set aside for it; most bookings have none of it. */
public final class OverrideDocument {

    private static final String OVERRIDES = "overrides";

    private OverrideDocument() {}

    public static void append(Document booking, List<RuleOverride> overrides) {
        if (!overrides.isEmpty()) {
            booking.append(
                    OVERRIDES,
                    overrides.stream()
                            .map(each -> new Document("rule", each.rule().name())
                                    .append("by", each.by().text())
                                    .append("at", Date.from(each.at())))
                            .toList());
        }
    }

    public static List<RuleOverride> read(Document booking) {
        return booking.getList(OVERRIDES, Document.class, List.of()).stream()
                .map(each -> new RuleOverride(
                        OverridableRule.valueOf(each.getString("rule")),
                        PersonId.read(each.getString("by")),
                        each.getDate("at").toInstant()))
                .toList();
    }
}
