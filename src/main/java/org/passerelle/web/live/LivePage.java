package org.passerelle.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.security.CurrentPerson;
import org.passerelle.security.SessionMark;
import org.passerelle.web.NoSuchPage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps a page up to date that shows a site, or its reception: it hears on which days something has changed, and fetches itself anew as its reader may see it. */
@Controller
class LivePage {

    private final LiveStreams streams;
    private final Directories directories;

    LivePage(LiveStreams streams, Directories directories) {
        this.streams = streams;
        this.directories = directories;
    }

    /**
     * Where there are too many streams nothing is answered, after which a browser does not try again by itself.
     *
     * @param desk given to hear of guests and calls for help as well, for whoever manages the site
     */
    @GetMapping("/live")
    void open(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String desk,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Site watched = Optional.ofNullable(site)
                .filter(Slug::isSlug)
                .flatMap(id -> directories.current().site(new SiteId(id)))
                .orElseThrow(() -> new NoSuchPage("site " + site));
        if (desk != null && !person.manages(watched.id())) {
            throw new NoSuchPage("reception " + site);
        }
        String session = SessionMark.idOf(request).orElseThrow(() -> new NoSuchPage("session"));
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noStore().noTransform().getHeaderValue());
        // A proxy that collects answers, or packs them, would hold the stream back.
        response.setHeader("X-Accel-Buffering", "no");
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        LiveStream stream = new LiveStream(
                new LiveWatch(person.id(), watched.id(), desk != null, session),
                request.startAsync(request, response),
                streams::forget);
        if (streams.hasTaken(stream)) {
            stream.begin();
        } else {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            stream.refuse();
        }
    }
}
