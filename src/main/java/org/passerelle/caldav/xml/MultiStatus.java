package org.passerelle.caldav.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A 207 (RFC 4918 section 13), written as it comes. */
public final class MultiStatus {

    private static final String OK = "HTTP/1.1 200 OK";
    private static final String NOT_FOUND = "HTTP/1.1 404 Not Found";

    /** Writes what stands in the element of a property. */
    @FunctionalInterface
    public interface PropertyValue {

        void writeTo(DavXmlWriter out) throws IOException;

        static PropertyValue text(String text) {
            return out -> out.text(text);
        }

        static PropertyValue href(String href) {
            return out -> out.href(href);
        }

        static PropertyValue empty(XmlName... names) {
            return out -> {
                for (XmlName name : names) {
                    out.empty(name);
                }
            };
        }
    }

    private final DavXmlWriter out;
    private final boolean minimal;

    /** @param minimal whether what is not there is left out (RFC 8144 section 2.1) */
    public MultiStatus(OutputStream body, boolean minimal) throws IOException {
        this.out = new DavXmlWriter(body).root(XmlName.dav("multistatus"));
        this.minimal = minimal;
    }

    /** A resource with those of {@code asked} that it has; the others as missing. Each once. */
    public void properties(String href, List<XmlName> asked, Function<XmlName, Optional<PropertyValue>> values)
            throws IOException {
        out.begin(XmlName.dav("response")).href(href);
        List<XmlName> missing = new ArrayList<>();
        boolean isBegun = false;
        for (XmlName name : asked) {
            Optional<PropertyValue> value = values.apply(name);
            if (value.isEmpty()) {
                missing.add(name);
                continue;
            }
            if (!isBegun) {
                isBegun = true;
                out.begin(XmlName.dav("propstat")).begin(XmlName.dav("prop"));
            }
            out.begin(name);
            value.get().writeTo(out);
            out.end();
        }
        if (isBegun) {
            endOfPropstat(OK);
        }
        if (!missing.isEmpty() && !minimal) {
            propstat(missing, NOT_FOUND);
        } else if (!isBegun) {
            out.begin(XmlName.dav("propstat")).empty(XmlName.dav("prop"));
            out.leaf(XmlName.dav("status"), OK).end();
        }
        out.end();
    }

    private void endOfPropstat(String status) throws IOException {
        out.end().leaf(XmlName.dav("status"), status).end();
    }

    /** Names without values, under one status. */
    private void propstat(List<XmlName> names, String status) throws IOException {
        out.begin(XmlName.dav("propstat")).begin(XmlName.dav("prop"));
        for (XmlName name : names) {
            out.empty(name);
        }
        endOfPropstat(status);
    }

    /** What became of an attempt to change properties (RFC 4918 section 9.2); a list that is empty is left out. */
    public void changed(String href, List<XmlName> done, List<XmlName> refused, List<XmlName> undone, XmlName why)
            throws IOException {
        out.begin(XmlName.dav("response")).href(href);
        if (!done.isEmpty()) {
            propstat(done, OK);
        }
        if (!refused.isEmpty()) {
            out.begin(XmlName.dav("propstat")).begin(XmlName.dav("prop"));
            for (XmlName name : refused) {
                out.empty(name);
            }
            out.end().leaf(XmlName.dav("status"), "HTTP/1.1 403 Forbidden");
            out.begin(XmlName.dav("error")).empty(why).end().end();
        }
        if (!undone.isEmpty()) {
            propstat(undone, "HTTP/1.1 424 Failed Dependency");
        }
        out.end();
    }

    /** A resource that is not there. */
    public void missing(String href) throws IOException {
        status(href, NOT_FOUND, Optional.empty());
    }

    /** A resource of which nothing is told, and why. */
    public void status(String href, String status, Optional<XmlName> error) throws IOException {
        out.begin(XmlName.dav("response")).href(href).leaf(XmlName.dav("status"), status);
        if (error.isPresent()) {
            out.begin(XmlName.dav("error")).empty(error.get()).end();
        }
        out.end();
    }

    public void syncToken(String token) throws IOException {
        out.leaf(XmlName.dav("sync-token"), token);
    }

    public void close() throws IOException {
        out.close();
    }
}
