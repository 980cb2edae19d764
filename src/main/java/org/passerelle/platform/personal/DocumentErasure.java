package org.passerelle.platform.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.passerelle.platform.digest.Digests;

/**
 * Cuts somebody out of a document that belongs to others: every text that names them, however deep it lies, and each entry of
 * a list or a map that is about them alone, such as one of many invited people. Ids of accounts stay.
 */
public final class DocumentErasure {

    /** What an entry names the person by that it is about. */
    private static final List<String> ABOUT = List.of("email", "holder");

    /** Before the digest by which an outsider is named in the change log. */
    private static final String OUTSIDER = "outsider:";

    private final PersonMentions mentions;
    private final DataSubject subject;
    private final List<String> digests;

    public DocumentErasure(DataSubject subject) {
        this.subject = subject;
        this.mentions = new PersonMentions(subject);
        this.digests = subject.addresses().stream()
                .map(address -> OUTSIDER + Digests.shortHex(address))
                .toList();
    }

    public DataSubject subject() {
        return subject;
    }

    public boolean mentions(Document document) {
        return cut(document) != document;
    }

    /** The document without them; the very same if they are not in it. */
    public Document cut(Document document) {
        Document changed = new Document();
        boolean differs = false;
        for (Map.Entry<String, Object> field : document.entrySet()) {
            Object value = field.getValue();
            if (value instanceof Document part && isAboutThem(part)) {
                differs = true;
                continue;
            }
            Object cut = cutValue(value);
            differs |= cut != value;
            changed.append(field.getKey(), cut);
        }
        return differs ? changed : document;
    }

    private Object cutValue(Object value) {
        if (value instanceof String text) {
            return cutText(text);
        }
        if (value instanceof Document document) {
            return cut(document);
        }
        if (value instanceof List<?> list) {
            return cutList(list);
        }
        return value;
    }

    private List<?> cutList(List<?> list) {
        List<Object> kept = new ArrayList<>(list.size());
        boolean differs = false;
        for (Object each : list) {
            if (each instanceof Document part && isAboutThem(part)) {
                differs = true;
                continue;
            }
            Object cut = each == null ? null : cutValue(each);
            differs |= cut != each;
            kept.add(cut);
        }
        return differs ? kept : list;
    }

    private String cutText(String text) {
        if (subject.isAddress(text)) {
            return subject.aliasAddress();
        }
        if (digests.contains(text)) {
            return OUTSIDER + subject.alias();
        }
        return mentions.isIn(text) ? mentions.cutFrom(text) : text;
    }

    private boolean isAboutThem(Document part) {
        return ABOUT.stream().map(part::get).anyMatch(value -> value instanceof String text && subject.isAddress(text));
    }
}
