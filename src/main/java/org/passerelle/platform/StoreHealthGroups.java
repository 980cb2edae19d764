package org.passerelle.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.StoreStatus.Level;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.stereotype.Component;

/**
 * Has the health be that of the store and of nothing else. It says {@code {"status":"UP"}} and no more; who is to be blamed is
 * named once it is not, and why is told to the administrators of the network. Whether the process lives or is ready are
 * groups beside it, so that a full disk has nobody restart what only waits for space.
 */
@Component
class StoreHealthGroups implements HealthEndpointGroupsPostProcessor {

    private static final String STORE = "store";

    private final StoreStatus status;

    StoreHealthGroups(StoreStatus status) {
        this.status = status;
    }

    @Override
    public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
        HealthEndpointGroup primary = new Primary(groups.getPrimary(), status);
        return new HealthEndpointGroups() {

            @Override
            public HealthEndpointGroup getPrimary() {
                return primary;
            }

            /** They would be listed in the answer to everybody. */
            @Override
            public Set<String> getNames() {
                return Set.of();
            }

            @Override
            public @Nullable HealthEndpointGroup get(String name) {
                return groups.get(name);
            }
        };
    }

    private record Primary(HealthEndpointGroup configured, StoreStatus status) implements HealthEndpointGroup {

        @Override
        public boolean isMember(String name) {
            return name.equals(STORE);
        }

        @Override
        public boolean showComponents(SecurityContext client) {
            return status.now().level() != Level.WORKING || configured.showComponents(client);
        }

        @Override
        public boolean showDetails(SecurityContext client) {
            return configured.showDetails(client);
        }

        @Override
        public StatusAggregator getStatusAggregator() {
            return configured.getStatusAggregator();
        }

        @Override
        public HttpCodeStatusMapper getHttpCodeStatusMapper() {
            return configured.getHttpCodeStatusMapper();
        }

        @Override
        public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
            return configured.getAdditionalPath();
        }
    }
}
