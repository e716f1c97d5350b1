'use strict';
(() => {
  const specs = JSON.parse(document.getElementById('charts').textContent);
  // Okabe and Ito's colours, told apart by most colour-blind people; shapes tell them apart in print.
  const palettes = {
    light: ['#d55e00', '#0072b2', '#009e73', '#a8548a', '#8a6d00', '#2f8fc4', '#4d4d4d'],
    dark: ['#f08c3c', '#5aaee8', '#2fc79a', '#e09ac2', '#e6c200', '#8fd0f5', '#b8b8b8'],
  };
  const shapes = ['circle', 'rectRot', 'triangle', 'rect', 'crossRot', 'star', 'rectRounded'];
  const themes = {
    light: { ink: '#1b1f24', quiet: '#57606a', rule: '#e3e7eb', limit: '#c62828', ground: '#ffffff' },
    dark: { ink: '#e4e8ed', quiet: '#9aa5b1', rule: '#2b3138', limit: '#ff7b72', ground: '#14171b' },
  };
  const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
  const full = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
  const percent = new Intl.NumberFormat('en', { style: 'percent' });
  const darkness = window.matchMedia('(prefers-color-scheme: dark)');
  const charts = [];

  function isPowerOfTen(value) {
    const exponent = Math.log10(value);
    return Math.abs(exponent - Math.round(exponent)) < 1e-9;
  }

  function tickLabel(axis, value) {
    if (axis.labels) {
      return axis.labels[value] ?? '';
    }
    if (axis.logarithmic && !axis.ticks && !isPowerOfTen(value)) {
      return '';
    }
    return axis.title === 'share of calls' ? percent.format(value) : compact.format(value);
  }

  function extent(spec, direction) {
    const values = spec.series.flatMap((series) => series.points.flatMap((point) =>
      direction === 'y' ? [point.y, point.low, point.high] : [point.x])).filter((value) => value > 0);
    if (spec.limit && spec.limit.axis === direction) {
      values.push(spec.limit.value);
    }
    return [Math.min(...values), Math.max(...values)];
  }

  function scale(spec, direction, theme) {
    const axis = spec[direction];
    const options = {
      type: axis.logarithmic ? 'logarithmic' : 'linear',
      title: { display: axis.title !== '', text: axis.title, color: theme.quiet },
      grid: { color: theme.rule },
      border: { color: theme.quiet },
      ticks: {
        color: theme.quiet,
        autoSkip: !axis.labels && !axis.ticks,
        maxRotation: 0,
        callback: (value) => tickLabel(axis, value),
      },
    };
    if (axis.ticks) {
      options.afterBuildTicks = (built) => {
        built.ticks = axis.ticks.map((value) => ({ value }));
      };
      options.min = axis.logarithmic ? Math.min(...axis.ticks) / 1.6 : Math.min(...axis.ticks) - 0.5;
      options.max = axis.logarithmic ? Math.max(...axis.ticks) * 1.6 : Math.max(...axis.ticks) + 0.5;
    } else if (axis.logarithmic) {
      const [low, high] = extent(spec, direction);
      options.min = 10 ** Math.floor(Math.log10(low));
      options.max = 10 ** Math.ceil(Math.log10(high) + 1e-9);
      options.afterBuildTicks = (built) => {
        built.ticks = [];
        for (let value = options.min; value <= options.max * 1.0001; value *= 10) {
          built.ticks.push({ value });
        }
      };
    } else if (axis.labels) {
      options.min = -0.5;
      options.max = axis.labels.length - 0.5;
      options.reverse = true;
      options.afterBuildTicks = (built) => {
        built.ticks = axis.labels.map((label, value) => ({ value }));
      };
    } else {
      options.beginAtZero = axis.fromZero;
      if (!axis.fromZero) {
        // Never closer than a tenth, or the eye takes noise for drift.
        const [low, high] = extent(spec, direction);
        const middle = (low + high) / 2;
        const half = Math.max((high - low) * 0.6, middle * 0.1);
        options.min = Math.max(0, middle - half);
        options.max = middle + half;
      }
    }
    return options;
  }

  function band(series, colour) {
    const ends = series.points.filter((point) => point.low !== undefined && point.high !== undefined);
    if (ends.length === 0) {
      return [];
    }
    const common = { pointRadius: 0, pointHitRadius: 0, borderWidth: 0, backgroundColor: colour + '2e', hidden: false, supporting: true };
    return [
      { ...common, label: series.name, data: ends.map((point) => ({ x: point.x, y: point.low })), fill: false },
      { ...common, label: series.name, data: ends.map((point) => ({ x: point.x, y: point.high })), fill: '-1' },
    ];
  }

  function line(series, colour, theme) {
    const hollow = series.kind === 'DASHED';
    const steps = series.kind === 'STEPS';
    const marks = series.kind === 'MARKS';
    const plain = steps || series.kind === 'LINE';
    return {
      label: series.name,
      data: series.points.map((point) => ({ x: point.x, y: point.y })),
      borderColor: colour,
      backgroundColor: hollow ? theme.ground : colour,
      borderWidth: 2,
      clip: 8,
      borderDash: hollow ? [6, 4] : [],
      showLine: !marks,
      stepped: steps ? 'before' : false,
      pointStyle: plain ? 'line' : shapes[series.colour % shapes.length],
      pointRadius: plain ? 0 : marks ? 7 : 4,
      pointHoverRadius: plain ? 3 : marks ? 8 : 6,
      pointBackgroundColor: hollow ? theme.ground : colour,
    };
  }

  function limitLine(spec, options, theme) {
    if (!spec.limit) {
      return [];
    }
    const across = spec.limit.axis === 'y';
    const other = across ? options.x : options.y;
    const ends = [other.min ?? 0, other.max ?? 1];
    return [{
      label: spec.limit.name,
      data: ends.map((end) => (across ? { x: end, y: spec.limit.value } : { x: spec.limit.value, y: end })),
      borderColor: theme.limit,
      backgroundColor: theme.limit,
      borderWidth: 1.5,
      borderDash: [2, 3],
      pointStyle: 'line',
      pointRadius: 0,
      pointHitRadius: 0,
    }];
  }

  function legend(theme) {
    return {
      position: 'bottom',
      onClick(event, item, drawn) {
        const hide = drawn.chart.isDatasetVisible(item.datasetIndex);
        drawn.chart.data.datasets.forEach((dataset, index) => {
          if (dataset.label === item.text) {
            drawn.chart.setDatasetVisibility(index, !hide);
          }
        });
        drawn.chart.update();
      },
      labels: {
        color: theme.ink,
        usePointStyle: true,
        boxWidth: 9,
        boxHeight: 9,
        filter: (item, data) => !data.datasets[item.datasetIndex].supporting,
      },
    };
  }

  function tooltip(spec) {
    return {
      filter: (item) => !item.dataset.supporting && item.dataset.label !== (spec.limit && spec.limit.name),
      callbacks: {
        title: (items) => (items.length === 0 || spec.y.labels ? '' : full.format(items[0].parsed.x) + ' ' + (spec.x.title.startsWith('events') ? 'events' : spec.x.title)),
        label: (item) => item.dataset.label + ': ' + (spec.y.labels
          ? full.format(item.parsed.x) + ' ' + spec.x.title
          : full.format(item.parsed.y) + ' ' + spec.y.title),
      },
    };
  }

  function draw(spec, mode) {
    const theme = themes[mode];
    const palette = palettes[mode];
    const scales = { x: scale(spec, 'x', theme), y: scale(spec, 'y', theme) };
    if (spec.y.title === 'share of calls') {
      scales.y.max = 1;
    }
    const datasets = spec.series.flatMap((series) => {
      const colour = palette[series.colour % palette.length];
      return [...band(series, colour), line(series, colour, theme)];
    });
    return new Chart(document.getElementById(spec.id), {
      type: 'line',
      data: { datasets: [...datasets, ...limitLine(spec, scales, theme)] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        parsing: false,
        normalized: true,
        interaction: { mode: 'nearest', intersect: false },
        scales,
        plugins: { legend: legend(theme), tooltip: tooltip(spec) },
      },
    });
  }

  function drawAll(mode) {
    charts.splice(0).forEach((chart) => chart.destroy());
    specs.forEach((spec) => charts.push(draw(spec, mode)));
    document.documentElement.dataset.charts = String(charts.length);
  }

  const mode = () => (darkness.matches ? 'dark' : 'light');
  drawAll(mode());
  darkness.addEventListener('change', () => drawAll(mode()));
  window.addEventListener('beforeprint', () => {
    document.querySelectorAll('details:not(.numbers)').forEach((details) => { details.open = true; });
    drawAll('light');
  });
  window.addEventListener('afterprint', () => drawAll(mode()));
})();
