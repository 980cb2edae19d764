package org.passerelle.caldav;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.passerelle.caldav.report.MultiStatusAnswer;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.xml.DavXmlWriter;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.i18n.LanguageBundle;

/** Writes refusals as {@code DAV:error} (RFC 4918 section 14.5), with a sentence that some programs show to people. */
final class DavErrors {

    static final LanguageBundle TEXTS = new LanguageBundle("org/passerelle/caldav/caldav");

    private static final XmlName NEED_PRIVILEGES = XmlName.dav("need-privileges");

    private DavErrors() {}

    static void write(HttpServletResponse response, DavRefused refused) throws IOException {
        response.setStatus(refused.status());
        if (refused.precondition().isEmpty() && refused.sentence().isEmpty()) {
            response.setContentLength(0);
            return;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DavXmlWriter out = new DavXmlWriter(body).root(XmlName.dav("error"));
        if (refused.precondition().isPresent()) {
            precondition(out, refused.precondition().get(), refused);
        }
        if (!refused.sentence().isEmpty()) {
            out.leaf(new XmlName(XmlName.OWN, "sentence"), refused.sentence());
        }
        out.close();
        response.setContentType(MultiStatusAnswer.XML);
        response.setContentLength(body.size());
        body.writeTo(response.getOutputStream());
    }

    private static void precondition(DavXmlWriter out, XmlName name, DavRefused refused) throws IOException {
        out.begin(name);
        if (name.equals(NEED_PRIVILEGES)) {
            for (String href : refused.hrefs()) {
                out.begin(XmlName.dav("resource")).href(href);
                out.begin(XmlName.dav("privilege"))
                        .empty(XmlName.dav("write-content"))
                        .end();
                out.end();
            }
        } else {
            for (String href : refused.hrefs()) {
                out.href(href);
            }
        }
        out.end();
    }
}
