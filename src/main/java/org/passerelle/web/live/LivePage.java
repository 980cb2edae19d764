package org.passerelle.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
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
     * @param site all sites that the page shows; those that there no longer are are passed over, but not all
     * @param desk given to hear of guests and calls for help as well, for whoever manages each of them
     */
    @GetMapping("/live")
    void open(
            @CurrentPerson Person person,
            @RequestParam(required = false) @Nullable List<String> site,
            @RequestParam(required = false) @Nullable String desk,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Set<SiteId> watched = watched(site == null ? List.of() : site);
        if (watched.isEmpty()) {
            throw new NoSuchPage("site " + site);
        }
        if (desk != null && !watched.stream().allMatch(person::manages)) {
            throw new NoSuchPage("reception " + site);
        }
        String session = SessionMark.idOf(request).orElseThrow(() -> new NoSuchPage("session"));
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noStore().noTransform().getHeaderValue());
        // A proxy that collects answers, or packs them, would hold the stream back.
        response.setHeader("X-Accel-Buffering", "no");
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        LiveStream stream = new LiveStream(
                new LiveWatch(person.id(), watched, desk != null, session),
                request.startAsync(request, response),
                streams::forget);
        if (streams.hasTaken(stream)) {
            stream.begin();
        } else {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            stream.refuse();
        }
    }

    private Set<SiteId> watched(List<String> sites) {
        Directory directory = directories.current();
        return sites.stream()
                .filter(Slug::isSlug)
                .flatMap(id -> directory.site(new SiteId(id)).stream())
                .map(Site::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
