using CsCheck;
using Troubadour.Server.Working;

namespace Troubadour.Server.Tests.Working;

/// <summary>Accounts take turns.</summary>
public sealed class FairOrderTests
{
    [Fact]
    public void One_account_alone_is_served_in_order()
    {
        var order = new FairOrder();
        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(_ => order.Enter("a")));
    }

    [Fact]
    public void A_latecomer_waits_one_turn_and_not_for_the_whole_backlog()
    {
        var order = new FairOrder();
        var backlog = Enumerable.Range(0, 1000).Select(_ => order.Enter("a")).ToList();
        order.Serve(backlog[0]);
        Assert.Equal(2, order.Enter("b"));
        Assert.Equal(3, order.Enter("b"));
    }

    [Fact]
    public void Who_was_away_gains_nothing_by_it()
    {
        var order = new FairOrder();
        order.Enter("b");
        for (var i = 0; i < 50; i++)
        {
            order.Serve(order.Enter("a"));
        }

        Assert.Equal(51, order.Enter("b"));
    }

    /// <summary>Serving the lowest round first, two accounts that both wait never get more than one song apart.</summary>
    [Fact]
    public void Two_that_wait_are_never_more_than_one_song_apart()
    {
        Gen.Int[2, 40]
            .Array[2]
            .Sample(counts =>
            {
                var order = new FairOrder();
                var waiting = counts
                    .SelectMany(
                        (count, who) => Enumerable.Range(0, count).Select(_ => (Who: who, Round: order.Enter($"{who}")))
                    )
                    .ToList();
                var served = new int[2];
                while (waiting.Select(w => w.Who).Distinct().Count() == 2)
                {
                    var next = waiting.MinBy(w => w.Round);
                    waiting.Remove(next);
                    order.Serve(next.Round);
                    served[next.Who]++;
                    Assert.InRange(served[0] - served[1], -1, 1);
                }
            });
    }
}
