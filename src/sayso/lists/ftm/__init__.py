"""FollowTheMoney entities, a line each, as OpenSanctions and others export them."""
