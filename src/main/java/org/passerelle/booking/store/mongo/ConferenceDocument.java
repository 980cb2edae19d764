package org.passerelle.booking.store.mongo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.booking.video.LinkGenerations;
import org.passerelle.booking.video.VideoQuality;

/** The wish for a conference as it is stored: the name of the provider alone, as long as there is no more to it. */
final class ConferenceDocument {

    private ConferenceDocument() {}

    static Object from(ConferenceWish wish) {
        if (wish.equals(new ConferenceWish(wish.provider()))) {
            return wish.provider();
        }
        Document document = new Document("provider", wish.provider());
        if (wish.quality() != VideoQuality.HD) {
            document.append("quality", wish.quality().name());
        }
        if (wish.links().all() > 0) {
            document.append("generation", wish.links().all());
        }
        if (!wish.links().renewed().isEmpty()) {
            document.append("renewed", renewed(wish.links()));
        }
        wish.external().ifPresent(call -> document.append("external", from(call)));
        return document;
    }

    /** One by one, for addresses have dots in them, which names of fields must not. */
    private static List<Document> renewed(LinkGenerations links) {
        return links.renewed().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Document("holder", each.getKey()).append("generation", each.getValue()))
                .toList();
    }

    private static LinkGenerations toLinks(Document document) {
        return new LinkGenerations(
                document.get("generation", 0),
                document.getList("renewed", Document.class, List.of()).stream()
                        .collect(Collectors.toMap(
                                each -> each.getString("holder"), each -> each.getInteger("generation"))));
    }

    private static Document from(ExternalCall call) {
        Document document = new Document();
        call.link().ifPresent(link -> document.append("link", link.toString()));
        append(document, "sip", call.sip());
        append(document, "h323", call.h323());
        append(document, "phone", call.phone());
        append(document, "pin", call.pin());
        return document;
    }

    private static void append(Document document, String key, String value) {
        if (!value.isEmpty()) {
            document.append(key, value);
        }
    }

    static Optional<ConferenceWish> toWish(@Nullable Object stored) {
        if (stored instanceof String provider) {
            return Optional.of(new ConferenceWish(provider));
        }
        if (stored instanceof Document document) {
            return Optional.of(new ConferenceWish(
                    document.getString("provider"),
                    VideoQuality.valueOf(document.get("quality", VideoQuality.HD.name())),
                    toLinks(document),
                    Optional.ofNullable(document.get("external", Document.class))
                            .map(ConferenceDocument::toCall)));
        }
        return Optional.empty();
    }

    private static ExternalCall toCall(Document document) {
        return new ExternalCall(
                Optional.ofNullable(document.getString("link")).map(URI::create),
                document.get("sip", ""),
                document.get("h323", ""),
                document.get("phone", ""),
                document.get("pin", ""));
    }
}
