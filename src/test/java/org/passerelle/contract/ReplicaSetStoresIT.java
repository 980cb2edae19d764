package org.passerelle.contract;

/** The contracts of the stores on a MongoDB replica set. */
@OnReplicaSet
class ReplicaSetStoresIT extends StoreContracts {}
