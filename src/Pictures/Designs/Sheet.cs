using SkiaSharp;
using Troubadour.Music;

namespace Troubadour.Pictures;

/// <summary>What a design draws on: a canvas of 1000 by 1000 units and what the song gives it.</summary>
internal sealed class Sheet(SKCanvas canvas, SKRect area, CoverFacts facts, Palette palette, RandomStream random)
{
    public SKCanvas Canvas => canvas;

    public SKRect Area => area;

    public CoverFacts Facts => facts;

    public Palette Palette => palette;

    public RandomStream Random => random;

    public float Width => area.Width;

    public float Height => area.Height;

    /// <summary>The shorter side.</summary>
    public float Side => Math.Min(area.Width, area.Height);

    /// <summary>The x of a share of the width.</summary>
    public float X(double share) => area.Left + area.Width * (float)share;

    /// <summary>The y of a share of the height, 0 at the top.</summary>
    public float Y(double share) => area.Top + area.Height * (float)share;

    /// <summary>Fills the area from one colour at the top to another at the foot.</summary>
    public void Backdrop(Lch top, Lch foot)
    {
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(0, area.Top),
            new SKPoint(0, area.Bottom),
            [top.Paint(), Lch.Mix(top, foot, 0.5).Paint(), foot.Paint()],
            null,
            SKShaderTileMode.Clamp
        );
        using var paint = new SKPaint { Shader = shader, IsDither = true };
        canvas.DrawRect(area, paint);
    }

    /// <summary>A soft light that fades to nothing at its rim.</summary>
    public void Glow(double x, double y, double radius, Lch colour, double alpha)
    {
        using var shader = SKShader.CreateRadialGradient(
            new SKPoint((float)x, (float)y),
            (float)Math.Max(1, radius),
            [colour.Paint(alpha), colour.Paint(alpha * 0.45), colour.Paint(alpha * 0.12), colour.Paint(0)],
            [0f, 0.35f, 0.7f, 1f],
            SKShaderTileMode.Clamp
        );
        using var paint = new SKPaint { Shader = shader, IsDither = true };
        canvas.DrawCircle((float)x, (float)y, (float)radius, paint);
    }

    public void Circle(double x, double y, double radius, Lch colour, double alpha = 1)
    {
        using var paint = Solid(colour, alpha);
        canvas.DrawCircle((float)x, (float)y, (float)radius, paint);
    }

    public void Ring(double x, double y, double radius, double width, Lch colour, double alpha = 1)
    {
        using var paint = Line(colour, width, alpha);
        canvas.DrawCircle((float)x, (float)y, (float)radius, paint);
    }

    public void Box(double left, double top, double right, double bottom, Lch colour, double alpha = 1)
    {
        using var paint = Solid(colour, alpha);
        canvas.DrawRect(new SKRect((float)left, (float)top, (float)right, (float)bottom), paint);
    }

    public void Segment(double x1, double y1, double x2, double y2, double width, Lch colour, double alpha = 1)
    {
        using var paint = Line(colour, width, alpha);
        canvas.DrawLine((float)x1, (float)y1, (float)x2, (float)y2, paint);
    }

    public void Fill(SKPathBuilder shape, Lch colour, double alpha = 1)
    {
        using var path = shape.Snapshot();
        using var paint = Solid(colour, alpha);
        canvas.DrawPath(path, paint);
    }

    /// <summary>Fills a shape from one colour at its top to another at its foot.</summary>
    public void Fill(SKPathBuilder shape, Lch top, Lch foot)
    {
        using var path = shape.Snapshot();
        var bounds = path.Bounds;
        using var shader = SKShader.CreateLinearGradient(
            new SKPoint(0, bounds.Top),
            new SKPoint(0, bounds.Bottom),
            [top.Paint(), foot.Paint()],
            null,
            SKShaderTileMode.Clamp
        );
        using var paint = new SKPaint
        {
            Shader = shader,
            IsAntialias = true,
            IsDither = true,
        };
        canvas.DrawPath(path, paint);
    }

    public void Stroke(SKPathBuilder shape, double width, Lch colour, double alpha = 1)
    {
        using var path = shape.Snapshot();
        using var paint = Line(colour, width, alpha);
        canvas.DrawPath(path, paint);
    }

    private static SKPaint Solid(Lch colour, double alpha) => new() { Color = colour.Paint(alpha), IsAntialias = true };

    private static SKPaint Line(Lch colour, double width, double alpha) =>
        new()
        {
            Color = colour.Paint(alpha),
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = (float)width,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
        };
}
