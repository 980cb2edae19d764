package org.passerelle.caldav.resource;

import java.util.List;
import java.util.Optional;
import org.passerelle.caldav.xml.XmlName;

/** Why a request is not carried out, as a program and as a person reads it (RFC 4918 section 16). */
public class DavRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<XmlName> precondition;
    private final transient List<String> hrefs;
    private final String sentence;

    /**
     * @param precondition that is not met, if it has a name
     * @param hrefs of what it is about
     * @param sentence for people; may be empty
     */
    public DavRefused(int status, Optional<XmlName> precondition, List<String> hrefs, String sentence) {
        super(status + " " + precondition.map(XmlName::local).orElse(""));
        this.status = status;
        this.precondition = precondition;
        this.hrefs = List.copyOf(hrefs);
        this.sentence = sentence;
    }

    public static DavRefused because(int status, XmlName precondition, String sentence) {
        return new DavRefused(status, Optional.of(precondition), List.of(), sentence);
    }

    public static DavRefused forbidden(XmlName precondition) {
        return because(403, precondition, "");
    }

    public static DavRefused status(int status) {
        return new DavRefused(status, Optional.empty(), List.of(), "");
    }

    public int status() {
        return status;
    }

    public Optional<XmlName> precondition() {
        return precondition;
    }

    public List<String> hrefs() {
        return hrefs;
    }

    public String sentence() {
        return sentence;
    }
}
