package org.passerelle.platform.personal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.bson.Document;

/** Documents as anybody can read them: texts, numbers, lists and maps, instants by ISO 8601. */
public final class PlainValues {

    /** What the mapping to Java adds to documents. */
    private static final String CLASS = "_class";

    private PlainValues() {}

    /** What has no plain form, such as bytes, is left out, as are the {@code untold} fields. */
    public static Map<String, Object> of(Document document, Set<String> untold) {
        return plain(document.toBsonDocument(), untold);
    }

    private static Map<String, Object> plain(BsonDocument document, Set<String> untold) {
        Map<String, Object> plain = new LinkedHashMap<>();
        document.forEach((name, value) -> {
            if (!untold.contains(name) && !name.equals(CLASS)) {
                plain(value).ifPresent(each -> plain.put(name, each));
            }
        });
        return plain;
    }

    private static Optional<Object> plain(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> Optional.of(value.asString().getValue());
            case BOOLEAN -> Optional.of(value.asBoolean().getValue());
            case INT32, INT64, DOUBLE -> Optional.of(number(value.asNumber()));
            case DATE_TIME ->
                Optional.of(Instant.ofEpochMilli(value.asDateTime().getValue()).toString());
            case DOCUMENT -> Optional.of(plain(value.asDocument(), Set.of()));
            case ARRAY -> Optional.of(all(value.asArray()));
            default -> Optional.empty();
        };
    }

    private static Object number(BsonNumber number) {
        return number.isDouble() ? (Object) number.doubleValue() : (Object) number.longValue();
    }

    private static List<Object> all(BsonArray values) {
        List<Object> all = new ArrayList<>();
        values.forEach(each -> plain(each).ifPresent(all::add));
        return all;
    }
}
